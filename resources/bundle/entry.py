"""Where the bundled program begins."""

import sys

from nnviz.cli.as_python import runs_as_python

if __name__ == "__main__":
    if runs_as_python(sys.argv[1:]):
        sys.exit(0)
    from nnviz.cli.main import main

    sys.exit(main())
