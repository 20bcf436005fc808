from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from leader_graph import Graph, NoAnswer, NoToken, Refused, WrongDocument
from leader_graph.rows import table
from leader_graph.token import token_from
from tests.small_graph import SmallGraph, page

DOCUMENT = "query ($first: Int!, $after: String) { companies(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }"


class AQuestion(unittest.TestCase):
    def test_gives_the_data_of_the_answer(self) -> None:
        with SmallGraph((200, {"data": {"name": "Albi"}})) as small:
            self.assertEqual(Graph(small.address, "t").query("{ name }", {"a": 1}), {"name": "Albi"})
        self.assertEqual(small.asked, [{"query": "{ name }", "variables": {"a": 1}}])
        self.assertEqual(small.tokens, ["Bearer t"])

    def test_may_be_the_path_of_a_file(self) -> None:
        with SmallGraph((200, {"data": {}})) as small, tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "name.graphql"
            file.write_text("{ name } # é", "utf-8")
            Graph(small.address, "t").query(file)
        self.assertEqual(small.asked[0]["query"], "{ name } # é")

    def test_that_is_answered_in_part_is_refused_with_what_the_graph_said(self) -> None:
        error = {"message": "Fund data unavailable.", "path": ["fund", 0], "extensions": {"code": "SUBGRAPH_UNAVAILABLE", "reference": "r1"}}
        with SmallGraph((200, {"data": {"fund": None}, "errors": [error]})) as small:
            with self.assertRaises(Refused) as raised:
                Graph(small.address, "t").query("{ fund }")
        self.assertEqual(raised.exception.codes, ["SUBGRAPH_UNAVAILABLE"])
        self.assertEqual(str(raised.exception), "Fund data unavailable. [SUBGRAPH_UNAVAILABLE] at fund.0, reference r1")

    def test_that_meets_a_full_house_is_asked_again(self) -> None:
        with SmallGraph((503, {"errors": []}), (200, {"data": {"name": "Albi"}})) as small:
            self.assertEqual(Graph(small.address, "t").query("{ name }"), {"name": "Albi"})

    def test_to_something_that_is_no_graph_says_so(self) -> None:
        for body in ("<html>", "[]", "{}"):
            with SmallGraph((200, body)) as small, self.assertRaisesRegex(NoAnswer, r"is no graph \(HTTP 200\): check LEADER_URL"):
                Graph(small.address, "t").query("{ name }")

    def test_to_nobody_says_so(self) -> None:
        with self.assertRaisesRegex(NoAnswer, "does not answer: does it run, and is LEADER_URL right"):
            Graph("http://127.0.0.1:9", "t").query("{ name }")


class ATable(unittest.TestCase):
    def test_holds_every_page_one_row_a_node(self) -> None:
        with SmallGraph(page({"id": 1}, {"id": 2}, after="two"), page({"id": 3})) as small:
            frame = Graph(small.address, "t").frame(DOCUMENT, {"asOf": "2019-11-23"})
        self.assertEqual(frame["id"].tolist(), [1, 2, 3])
        self.assertEqual(
            [question["variables"] for question in small.asked],
            [{"asOf": "2019-11-23", "first": 100}, {"asOf": "2019-11-23", "first": 100, "after": "two"}],
        )

    def test_flattens_objects_and_leaves_room_for_those_that_are_null(self) -> None:
        frame = table([{"id": 1, "seat": {"town": "Albi", "at": {"n": 1}}, "tags": ["a"]}, {"id": 2, "seat": None, "tags": []}])
        self.assertEqual(frame.columns.tolist(), ["id", "seat.town", "seat.at.n", "tags"])
        self.assertEqual(frame["seat.town"].tolist(), ["Albi", None])
        self.assertEqual(frame["tags"].tolist(), [["a"], []])

    def test_of_nothing_is_empty(self) -> None:
        with SmallGraph(page()) as small:
            self.assertEqual(len(Graph(small.address, "t").frame(DOCUMENT)), 0)

    def test_reads_a_connection_further_inside(self) -> None:
        status, body = page({"id": 1})
        with SmallGraph((status, {"data": {"destination": {"positions": body["data"]["companies"]}}})) as small:
            self.assertEqual(len(Graph(small.address, "t").frame(DOCUMENT, connection="destination.positions")), 1)

    def test_says_what_the_document_lacks(self) -> None:
        def refusal(sentence: str, *answers: tuple[int, object], document: str = DOCUMENT) -> None:
            with SmallGraph(*answers) as small, self.assertRaisesRegex(WrongDocument, sentence):
                Graph(small.address, "t").frame(document)

        refusal(r"no variable \$after", document="query ($first: Int!) { companies(first: $first) { edges { node { id } } } }")
        refusal("holds no connection companies: it holds fund", (200, {"data": {"fund": 1}}))
        refusal("does not ask for companies.edges", (200, {"data": {"companies": {"pageInfo": {}}}}))
        refusal("does not ask for companies.pageInfo", (200, {"data": {"companies": {"edges": []}}}))
        refusal("came twice: hand", page({"id": 1}, after="one"), page({"id": 1}, after="one"))


class AToken(unittest.TestCase):
    def test_is_the_one_of_the_environment(self) -> None:
        self.assertEqual(token_from({"LEADER_TOKEN": " given\n"}).current(), "given")

    def test_is_asked_for_in_a_sentence_where_there_is_none(self) -> None:
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(NoToken, "Set LEADER_TOKEN to an access token"):
            token_from({}, Path(folder))

    def test_that_has_ended_is_fetched_anew_once(self) -> None:
        class Renewable:
            texts = ["old", "new"]

            def current(self) -> str:
                return self.texts[0]

            def renewed(self) -> bool:
                self.texts.pop(0)
                return True

        ended = (401, {"errors": [{"message": "Sign in again.", "extensions": {"code": "UNAUTHENTICATED"}}]})
        with SmallGraph(ended, (200, {"data": {"name": "Albi"}})) as small:
            self.assertEqual(Graph(small.address, Renewable()).query("{ name }"), {"name": "Albi"})
        self.assertEqual(small.tokens, ["Bearer old", "Bearer new"])

    def test_that_was_given_and_has_ended_is_refused_with_what_the_graph_said(self) -> None:
        ended = (401, {"errors": [{"message": "Sign in again.", "extensions": {"code": "UNAUTHENTICATED"}}]})
        with SmallGraph(ended) as small, self.assertRaisesRegex(Refused, r"Sign in again\. \[UNAUTHENTICATED\]"):
            Graph(small.address, "old").query("{ name }")


if __name__ == "__main__":
    unittest.main()
