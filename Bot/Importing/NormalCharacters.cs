namespace PlanBot.Importing;

/// <summary>One spelling for characters that notices write in several ways: full-width punctuation, half-width digits and letters, one kind of bracket, dash,
/// bar and space, and the simplified form of traditional characters. One character stays one character.</summary>
internal static class NormalCharacters
{
    private const string Written = ",:;()｡﹑﹒．[]【】﹝﹞［］〖〗—–‐‑―─－~～〜｜│┃￨○◯";
    private const string Meant = "，：；（）。、..〔〕〔〕〔〕〔〕〔〕----------||||〇〇";

    private static readonly Dictionary<char, char> Map =
        Written.Zip(Meant).Concat(Traditional()).ToDictionary(pair => pair.First, pair => pair.Second);

    public static char Of(char c) =>
        Map.TryGetValue(c, out var meant) ? meant
        : char.IsWhiteSpace(c) ? ' '
        : c is >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' or '\uFF0F' or '\uFF20' ? (char)(c - 0xFEE0)
        : c;

    /// <summary>The pairs of <c>traditional.txt</c>, which says where they come from.</summary>
    private static IEnumerable<(char First, char Second)> Traditional()
    {
        using var table = typeof(NormalCharacters).Assembly.GetManifestResourceStream("PlanBot.Importing.traditional.txt")!;
        using var reader = new StreamReader(table);
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')))
            foreach (var pair in line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return (pair[0], pair[1]);
    }
}
