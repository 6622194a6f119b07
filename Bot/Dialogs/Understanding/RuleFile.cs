namespace PlanBot.Dialogs.Understanding;

/// <summary>The rules that travel inside the program as plain text, so that a phrase is added without touching code.</summary>
internal static class RuleFile
{
    /// <summary>Lines of <c>Rules/<paramref name="name"/></c> that say something: no blank ones, no comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream($"PlanBot.Rules.{name}")
            ?? throw new InvalidOperationException($"The program was built without its rules {name}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text && !text.StartsWith('#'))
                yield return text;
        }
    }

    /// <summary>Lines of the form <c>left = right</c>.</summary>
    public static IEnumerable<(string Left, string Right)> Pairs(string name, string between = " = ") =>
        Lines(name).Select(line => line.Split(between, 2)).Select(sides => (sides[0].Trim(), sides[1].Trim()));
}
