import pytest

from copaper.analysis.pipeline import load_model


@pytest.fixture(scope="session")
def nlp():
    return load_model()
