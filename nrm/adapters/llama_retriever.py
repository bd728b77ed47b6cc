"""Our search offered as a LlamaIndex retriever, so that people can use this library in their own pipelines.

Imported only by whoever wants it: LlamaIndex takes seconds to load.
"""

from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from nrm.domain.answers import Filters, Hit, Ranking


class GuideRetriever(BaseRetriever):
    """A LlamaIndex retriever over our library.

    :param search: ``Searcher.search`` of an opened library.
    :param limit: most nodes to return.
    """

    def __init__(self, search: Any, filters: Filters | None = None, limit: int = 10) -> None:
        super().__init__()
        self._search, self._filters, self._limit = search, filters or Filters(), limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        ranking: Ranking = self._search(query_bundle.query_str, self._filters, self._limit)
        return [_node(hit) for hit in ranking.hits]


def _node(hit: Hit) -> NodeWithScore:
    passage = hit.passage
    metadata = {
        "source": passage.source.slug,
        "title": passage.source.title,
        "authority": passage.authority.value,
        "wording": passage.source.wording.value,
        "pinpoint": passage.locator.pinpoint,
        "url": passage.source.url,
    }
    return NodeWithScore(node=TextNode(id_=passage.id, text=passage.text, metadata=metadata), score=hit.score)
