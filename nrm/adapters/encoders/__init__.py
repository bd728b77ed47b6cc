"""Encoders: text to vectors. Engines are imported only when one is opened."""

from nrm.adapters.encoders.choosing import open_encoder, open_multilingual_encoder
from nrm.adapters.encoders.export import export_encoder, export_multilingual_encoder

__all__ = ["export_encoder", "export_multilingual_encoder", "open_encoder", "open_multilingual_encoder"]
