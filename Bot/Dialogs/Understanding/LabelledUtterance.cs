namespace PlanBot.Dialogs.Understanding;

/// <summary>A line of a file of labelled utterances: <c>who|utterance|intent|parameter=value|…</c>.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Who">C coordinator, L leader, U contact.</param>
/// <param name="Intent">Name of an <see cref="Understanding.Intent"/>, or Report: a contact's text that no command may be made of.</param>
/// <param name="Parameters">What must have been found, by the names of <see cref="UtteranceScore"/>; a parameter that is not listed may be anything.</param>
public sealed record LabelledUtterance(int Line, string Who, string Said, string Intent, IReadOnlyList<(string Name, string Value)> Parameters)
{
    public const string Report = "Report";

    /// <summary>Reads a file's lines; blank ones and those that begin with # are left out.</summary>
    /// <param name="bad">Number of the first line that is none of these; null when all can be read.</param>
    public static IReadOnlyList<LabelledUtterance> Read(IEnumerable<string> lines, out int? bad)
    {
        var read = new List<LabelledUtterance>();
        bad = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Trim() is not { Length: > 0 } text || text[0] == '#')
                continue;
            var cells = text.Split('|');
            if (cells.Length < 3 || cells[0] is not ("C" or "L" or "U") || !(cells[2] == Report || Enum.TryParse<Intent>(cells[2], out _)) || cells.Skip(3).Any(cell => !cell.Contains('=', StringComparison.Ordinal)))
            {
                bad ??= number;
                continue;
            }
            read.Add(new(number, cells[0], cells[1], cells[2], [.. cells.Skip(3).Select(cell => (cell[..cell.IndexOf('=', StringComparison.Ordinal)], cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..]))]));
        }
        return read;
    }
}
