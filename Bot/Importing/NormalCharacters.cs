namespace PlanBot.Importing;

/// <summary>One spelling for characters that notices write in several ways: full-width punctuation, half-width digits and letters, one kind of bracket, dash,
/// bar and space, and the simplified form of traditional characters. One character stays one character.</summary>
internal static class NormalCharacters
{
    private const string Written = ",:;()｡﹑﹒．[]【】﹝﹞［］〖〗—–‐‑―─－~～〜｜│┃￨○◯";
    private const string Meant = "，：；（）。、..〔〕〔〕〔〕〔〕〔〕----------||||〇〇";

    /// <summary>By the character's number: every character of every notice is looked up.</summary>
    private static readonly char[] Map = Table();

    public static char Of(char c) => Map[c];

    private static char[] Table()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
            map[i] = char.IsWhiteSpace((char)i) ? ' '
                : i is >= 0xFF10 and <= 0xFF19 or >= 0xFF21 and <= 0xFF3A or >= 0xFF41 and <= 0xFF5A or 0xFF0F or 0xFF20 ? (char)(i - 0xFEE0)
                : (char)i;
        foreach (var (written, meant) in Written.Zip(Meant).Concat(Traditional()))
            map[written] = meant;
        return map;
    }

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
