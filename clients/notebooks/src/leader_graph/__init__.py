"""Ask the shared graph of the network, and get tables."""

from leader_graph.errors import GraphError, NoAnswer, NoToken, Refused, WrongDocument
from leader_graph.graph import Graph

__all__ = ["Graph", "GraphError", "NoAnswer", "NoToken", "Refused", "WrongDocument"]
