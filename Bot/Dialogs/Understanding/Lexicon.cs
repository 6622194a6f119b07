using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Ideas and the words for them, from <c>Rules/lexicon.txt</c>.</summary>
internal sealed class Lexicon
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
        var (hasChinese, hasLatin) = (Chinese.IsMatch(plain), Latin.IsMatch(plain));
        return ideas.SelectMany(idea => idea.Value.For(hasChinese, hasLatin).SelectMany(words => words.Matches(plain)).Where(match => match.Length > 0).Select(match => (idea.Key, match)));
    }

    private static Lexicon Load()
    {
        var macros = new Dictionary<string, string>();
        var patterns = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var line in RuleFile.Lines("lexicon.txt"))
        {
            if (Macro.Match(line) is { Success: true } macro)
                macros[macro.Groups["name"].Value] = macro.Groups["value"].Value;
            else if (line.StartsWith('['))
                patterns[line.Trim('[', ']')] = current = [];
            else
                current?.AddRange(line.Split(';').Select(pattern => Compile(pattern, macros)));
        }
        return new(patterns.Select((idea, number) => (idea.Key, Words: new Wordings(idea.Value, number))).ToDictionary(idea => idea.Key, idea => idea.Words));
    }

    private static string Compile(string pattern, Dictionary<string, string> macros)
    {
        foreach (var (name, value) in macros)
            pattern = pattern.Replace($"{{{name}}}", $"(?:{value})", StringComparison.Ordinal);
        if (Chinese.IsMatch(pattern) || !Latin.IsMatch(pattern))
            return $"(?:{pattern})";
        var left = pattern[0] is '^' or '\'' ? "" : "(?<![a-z])";
        return $"{left}(?:{pattern.Replace(" ", @"\s+", StringComparison.Ordinal)})(?![a-z])";
    }

    private static Regex Macro => field ??= new(@"^\{(?<name>\w+)\} = (?<value>.+)$");

    private static Regex Chinese => field ??= new(@"[\u4e00-\u9fff]");

    private static Regex Latin => field ??= new("[a-z]");

    /// <summary>The patterns of one idea, by the letters that they need.</summary>
    private sealed class Wordings(List<string> patterns, int number)
    {
        private readonly Words? chinese = Joined(patterns.Where(pattern => Chinese.IsMatch(pattern) && !HasLatin(pattern)), number);
        private readonly Words? latin = Joined(patterns.Where(pattern => !Chinese.IsMatch(pattern) && HasLatin(pattern)), number);
        private readonly Words? either = Joined(patterns.Where(pattern => Chinese.IsMatch(pattern) == HasLatin(pattern)), number);

        public IEnumerable<Regex> For(bool hasChinese, bool hasLatin)
        {
            if (hasChinese && chinese is not null)
                yield return chinese.Next();
            if (hasLatin && latin is not null)
                yield return latin.Next();
            if (either is not null)
                yield return either.Next();
        }

        /// <summary>Letters of the text, and none of the pattern's own language: \s, [a-z].</summary>
        private static bool HasLatin(string pattern) => Latin.IsMatch(OfPatterns.Replace(pattern, ""));

        private static Words? Joined(IEnumerable<string> alternatives, int number) =>
            alternatives.ToList() is { Count: > 0 } some ? new Words(string.Join('|', some), number) : null;
    }

    /// <summary>Interpreted at first, so that a program that reads one message starts at once; compiled, which is three times as fast, when it has served for a while, each idea at a message of its own.</summary>
    private sealed class Words(string pattern, int number)
    {
        private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        private readonly int enough = 100 + number;
        private Regex regex = new(pattern, Options);
        private int uses;

        public Regex Next() => Interlocked.Increment(ref uses) == enough ? regex = new(pattern, Options | RegexOptions.Compiled) : regex;
    }

    private static Regex OfPatterns => field ??= new(@"\\[a-zA-Z]|\(\?<!\[a-z\]\)|\(\?!\[a-z\]\)");
}
