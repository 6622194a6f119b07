namespace PlanBot.Importing;

/// <summary>The lines of a file of any format that is read, for those who look for something else than tasks.</summary>
public static class NoticeLines
{
    /// <returns>In their order and under their numbers, blank ones as empty; null when the file cannot be read.</returns>
    public static IReadOnlyList<string>? Of(byte[] content, string fileName)
    {
        if (NoticeSources.Open(content, fileName).Source is not { Lines: { Count: > 0 } passages })
            return null;
        var lines = new string[passages.Max(passage => passage.Line)];
        Array.Fill(lines, "");
        foreach (var passage in passages)
            lines[passage.Line - 1] += passage.Text;
        return lines;
    }
}
