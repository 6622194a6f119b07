using System.Globalization;
using System.Text;
using SQLitePCL;

namespace PlanBot.Data.Sql;

/// <summary>The pairs of neighbouring characters of a text, by which reports are searched: Chinese words of two characters are words to it, and so is any part of a Latin one.</summary>
/// <remarks>PostgreSQL has the same as a function in SQL (migration 19). The answers lie in databases, so they never change.</remarks>
internal static class TextPairs
{
    private const int FunctionFlags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC | 0x200000; // the last: harmless in triggers, which SQLitePCL has no name for

    /// <param name="text">In lower case already, as the database's own <c>lower</c> makes it.</param>
    /// <returns>Each pair once, in the order of the text: the code point of the first character times 2^21 and that of the second. Empty for a text of one character.</returns>
    public static IReadOnlyList<long> Of(string text)
    {
        var pairs = new HashSet<long>();
        long first = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            if (first >= 0)
                pairs.Add((first << 21) + rune.Value);
            first = rune.Value;
        }
        return [.. pairs];
    }

    /// <summary>The same as words for SQLite's full-text index.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var pair in Of(text))
            words.Append(words.Length > 0 ? " " : "").Append(pair.ToString("x", CultureInfo.InvariantCulture));
        return words.ToString();
    }

    /// <summary>Gives a connection to SQLite the function <c>text_pairs(text)</c>, which the triggers of migration 19 call.</summary>
    public static void AddTo(sqlite3 connection) => raw.sqlite3_create_function(
        connection, "text_pairs", 1, FunctionFlags, null, (context, _, values) => raw.sqlite3_result_text(context, Words(Lower(raw.sqlite3_value_text(values[0]).utf8_to_string() ?? ""))));

    /// <summary>As SQLite does it: A to Z and nothing else.</summary>
    private static string Lower(string text) => string.Create(text.Length, text, (lower, from) =>
    {
        for (var index = 0; index < from.Length; index++)
            lower[index] = from[index] is >= 'A' and <= 'Z' ? (char)(from[index] + 32) : from[index];
    });
}
