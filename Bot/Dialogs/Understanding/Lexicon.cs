using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Ideas and the words for them, from <c>Rules/lexicon.txt</c>.</summary>
internal sealed partial class Lexicon
{
    /// <summary>Words that say nothing by themselves; they only count as understood.</summary>
    public const string Filler = "Filler";

    private static readonly Lazy<Lexicon> Loaded = new(Load);

    private readonly Dictionary<string, Wordings> ideas;

    private Lexicon(Dictionary<string, Wordings> ideas) => this.ideas = ideas;

    public static Lexicon Default => Loaded.Value;

    public IReadOnlyCollection<string> Ideas => ideas.Keys;

    /// <summary>Every place where an idea is put into words.</summary>
    public IEnumerable<(string Idea, Match Match)> Find(string plain)
    {
        // Most of the time a sentence goes into this; one in Chinese alone need not be looked through for English, nor the other way round.
        var (hasChinese, hasLatin) = (Chinese().IsMatch(plain), Latin().IsMatch(plain));
        return ideas.SelectMany(idea => idea.Value.For(hasChinese, hasLatin).SelectMany(words => words.Matches(plain)).Where(match => match.Length > 0).Select(match => (idea.Key, match)));
    }

    private static Lexicon Load()
    {
        var macros = new Dictionary<string, string>();
        var patterns = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var line in RuleFile.Lines("lexicon.txt"))
        {
            if (Macro().Match(line) is { Success: true } macro)
                macros[macro.Groups["name"].Value] = macro.Groups["value"].Value;
            else if (line.StartsWith('['))
                patterns[line.Trim('[', ']')] = current = [];
            else
                current?.AddRange(line.Split(';').Select(pattern => Compile(pattern, macros)));
        }
        return new(patterns.ToDictionary(idea => idea.Key, idea => new Wordings(idea.Value)));
    }

    private static string Compile(string pattern, Dictionary<string, string> macros)
    {
        foreach (var (name, value) in macros)
            pattern = pattern.Replace($"{{{name}}}", $"(?:{value})", StringComparison.Ordinal);
        if (Chinese().IsMatch(pattern) || !Latin().IsMatch(pattern))
            return $"(?:{pattern})";
        var left = pattern[0] is '^' or '\'' ? "" : "(?<![a-z])";
        return $"{left}(?:{pattern.Replace(" ", @"\s+", StringComparison.Ordinal)})(?![a-z])";
    }

    [GeneratedRegex(@"^\{(?<name>\w+)\} = (?<value>.+)$")]
    private static partial Regex Macro();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex("[a-z]")]
    private static partial Regex Latin();

    /// <summary>The patterns of one idea, by the letters that they need.</summary>
    private sealed class Wordings(List<string> patterns)
    {
        private readonly Regex? chinese = Joined(patterns.Where(pattern => Chinese().IsMatch(pattern) && !HasLatin(pattern)));
        private readonly Regex? latin = Joined(patterns.Where(pattern => !Chinese().IsMatch(pattern) && HasLatin(pattern)));
        private readonly Regex? either = Joined(patterns.Where(pattern => Chinese().IsMatch(pattern) == HasLatin(pattern)));

        public IEnumerable<Regex> For(bool hasChinese, bool hasLatin)
        {
            if (hasChinese && chinese is not null)
                yield return chinese;
            if (hasLatin && latin is not null)
                yield return latin;
            if (either is not null)
                yield return either;
        }

        /// <summary>Letters of the text, and none of the pattern's own language: \s, [a-z].</summary>
        private static bool HasLatin(string pattern) => Latin().IsMatch(OfPatterns().Replace(pattern, ""));

        private static Regex? Joined(IEnumerable<string> alternatives) =>
            alternatives.ToList() is { Count: > 0 } some ? new Regex(string.Join('|', some), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture) : null;
    }

    [GeneratedRegex(@"\\[a-zA-Z]|\(\?<!\[a-z\]\)|\(\?!\[a-z\]\)")]
    private static partial Regex OfPatterns();
}
