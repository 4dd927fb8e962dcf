"""`python -m bot.locales --check`: do the catalogues agree with one another and with the code?"""

import sys

from bot.locales.checks import faults


def main(arguments: list[str]) -> int:
    """Print what is wrong; return the exit code."""
    if arguments != ["--check"]:
        sys.stderr.write("usage: python -m bot.locales --check\n")
        return 2
    wrong = faults()
    sys.stdout.writelines(f"{fault}\n" for fault in wrong or ["The catalogues are complete."])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
