using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Importing;

namespace PlanBot.Dialogs.Understanding;

/// <summary>The units an utterance can mean: more than one is a question to ask back, never a guess.</summary>
/// <param name="Candidates">In the notice's order; empty when the words name a unit that the plan does not have.</param>
/// <param name="Words">What was said.</param>
public sealed record UnitMention(IReadOnlyList<Unit> Candidates, string Words)
{
    public Unit? One => Candidates.Count == 1 ? Candidates[0] : null;

    public bool IsAmbiguous => Candidates.Count > 1;

    public bool IsUnknown => Candidates.Count == 0;
}

/// <summary>Finds units by full name, alias, name without its level (市, 区), and by what people call them where exactly one unit fits.</summary>
public static partial class UnitNames
{
    private static readonly Lazy<(string Word, string[] Stems)[]> ShortNames = new(() =>
        [.. RuleFile.Pairs("short-names.txt").SelectMany(pair => pair.Left.Split('|').Select(word => (word.Trim(), pair.Right.Split('|'))))]);

    /// <summary>The last table of keys with the units it was made of: nearly every utterance is about the same ones, and the table costs more than all else there is to understand.</summary>
    /// <remarks>It depends on nothing but the units, and they are compared by all they are: it is never out of date, only made anew.</remarks>
    private static volatile Table? latest;

    /// <summary>Units named in the normalised text, in the order named, each with its place.</summary>
    public static IReadOnlyList<(UnitMention Mention, Range Where)> Find(string plain, IReadOnlyList<Unit> units)
    {
        var table = latest;
        if (table is null || !table.IsOf(units))
            latest = table = new(units, KeysOf(units));
        var keys = table.Keys;
        var found = new List<(UnitMention, Range)>();
        for (var i = 0; i < plain.Length;)
        {
            var key = keys.FirstOrDefault(key => StartsAt(plain, i, key.Word));
            if (key is null)
            {
                i++;
                continue;
            }
            var length = key.Word.Length + SuffixLength(plain, i + key.Word.Length, key);
            var candidates = OtherLevel(plain, i, key) ? [] : key.Units;
            found.Add((new(candidates, plain.Substring(i, length)), i..(i + length)));
            i += length;
        }
        if (found.Count == 0)
            found.AddRange(Homophones.Find(plain, keys.Select(key => (key.Word, key.Units))).Select(slip => (new UnitMention(slip.Units, plain[slip.Where]), slip.Where)));
        if (found.Count == 0 && ByPart(plain, units) is { } byPart)
            found.Add(byPart);
        if (found.Count == 0 && ByTrade(plain, units) is { } byTrade)
            found.Add(byTrade);
        if (found.Count == 0 && Vague.Match(plain) is { Success: true } vague)
        {
            var kind = vague.Groups["kind"].Value;
            found.Add((new([.. units.Where(unit => unit.Name.EndsWith(kind, StringComparison.Ordinal))], vague.Value), vague.Index..(vague.Index + vague.Length)));
        }
        return found;
    }

    /// <summary>市委的那家: the units whose names hold what is said, which is a part of a name and no name itself.</summary>
    private static (UnitMention, Range)? ByPart(string plain, IReadOnlyList<Unit> units)
    {
        if (ThatOne.Match(plain) is not { Success: true } that)
            return null;
        for (var length = Math.Min(LongestPart, that.Index); length >= 2; length--)
        {
            var start = that.Index - length;
            var part = plain[start..that.Index];
            if (units.Where(unit => unit.Name.Contains(part, StringComparison.Ordinal)).ToList() is { Count: > 0 } named && named.Count < units.Count)
                return (new(named, part), start..(that.Index + that.Length));
        }
        return null;
    }

    /// <summary>种地那个委, the farming commission: the units of the trade that is named, in the language of every day.</summary>
    private static (UnitMention, Range)? ByTrade(string plain, IReadOnlyList<Unit> units)
    {
        if (Trade.Match(plain) is not { Success: true } trade)
            return null;
        foreach (var (word, stems) in Trades.Value)
        {
            if (trade.Groups["what"].Value.EndsWith(word, StringComparison.Ordinal) && units.Where(unit => stems.Any(stem => unit.Name.Contains(stem, StringComparison.Ordinal))).ToList() is { Count: > 0 } named)
                return (new(named, trade.Value), trade.Index..(trade.Index + trade.Length));
        }
        return null;
    }

    private static readonly Lazy<(string Word, string[] Stems)[]> Trades = new(() =>
        [.. RuleFile.Pairs("trades.txt").SelectMany(pair => pair.Left.Split('|').Select(word => (Word: word.Trim(), Stems: pair.Right.Split('|')))).OrderByDescending(pair => pair.Word.Length)]);

    private const int LongestPart = 4;

    /// <summary>Longest first, so that 市场监管委 is not read as 市场; what is certain before what merely fits.</summary>
    private static List<Key> KeysOf(IReadOnlyList<Unit> units)
    {
        var keys = new Dictionary<string, Entry>();
        foreach (var unit in units)
        {
            foreach (var name in unit.Names.Select(Spelling.Plain))
            {
                Add(name, unit, isWhole: true);
                var bare = Level.Replace(name, "");
                Add(bare, unit, isWhole: true);
                Add(Kind.Replace(bare, ""), unit, isWhole: false);
            }
        }
        // What organs of its kind were called before a reform, or are called after it: 工信委 where the plan has 工信局.
        foreach (var unit in units)
            foreach (var (name, _) in OrganNames.OthersOf(unit.Name))
            {
                Add(Spelling.Plain(name), unit, isWhole: false);
                Add(Level.Replace(Spelling.Plain(name), ""), unit, isWhole: false);
            }
        foreach (var (word, stems) in ShortNames.Value)
        {
            foreach (var unit in units.Where(unit => stems.Any(stem => unit.Name.Contains(stem, StringComparison.Ordinal))))
                Add(word, unit, isWhole: false);
        }
        return [.. keys.Select(key => new Key(key.Key, key.Value.Units, key.Value.IsWhole)).OrderByDescending(key => key.Word.Length)];

        void Add(string word, Unit unit, bool isWhole)
        {
            if (word.Length < 2)
                return;
            if (!keys.TryGetValue(word, out var entry) || (isWhole && !entry.IsWhole))
                keys[word] = entry = new(isWhole);
            if (isWhole == entry.IsWhole)
                entry.Add(unit);
        }
    }

    private static bool StartsAt(string plain, int index, string word) =>
        string.CompareOrdinal(plain, index, word, 0, word.Length) == 0
        && (!char.IsAsciiLetter(word[0]) || ((index == 0 || !char.IsAsciiLetter(plain[index - 1]))
            && (index + word.Length == plain.Length || !char.IsAsciiLetter(plain[index + word.Length]))));

    /// <summary>商务局 and 商务那边 name the unit with more than its stem.</summary>
    private static int SuffixLength(string plain, int index, Key key) =>
        key.IsWhole ? 0 : Tail.Match(plain[index..]) is { Success: true } tail ? tail.Length : 0;

    /// <summary>区教委 is not 市教委: a level that is spelled out must be the unit's own.</summary>
    private static bool OtherLevel(string plain, int index, Key key)
    {
        if (index == 0 || key.Word[0] is '市' or '区' or '省' or '县' || "市区省县".IndexOf(plain[index - 1]) < 0 || key.Units.Any(unit => "市区省县".IndexOf(unit.Name[0]) < 0))
            return false;
        // 全市 and 本市 say where, not whose.
        if (index > 1 && plain[index - 2] is '全' or '本' or '我')
            return false;
        return key.Units.All(unit => unit.Name[0] != plain[index - 1]);
    }

    private sealed record Table(IReadOnlyList<Unit> Units, List<Key> Keys)
    {
        public bool IsOf(IReadOnlyList<Unit> units)
        {
            if (units.Count != Units.Count)
                return false;
            for (var i = 0; i < units.Count; i++)
            {
                var (unit, known) = (units[i], Units[i]);
                if (unit.Id != known.Id || unit.Name != known.Name || unit.Place != known.Place || unit.Kind != known.Kind || !unit.Aliases.SequenceEqual(known.Aliases))
                    return false;
            }
            return true;
        }
    }

    /// <summary>The units of one word, each once; in a province thousands share one.</summary>
    private sealed class Entry(bool isWhole)
    {
        private readonly List<Unit> units = [];
        private readonly HashSet<Guid> known = [];

        public bool IsWhole => isWhole;

        public IReadOnlyList<Unit> Units => units;

        public void Add(Unit unit)
        {
            if (known.Add(unit.Id))
                units.Add(unit);
        }
    }

    private sealed record Key(string Word, IReadOnlyList<Unit> Units, bool IsWhole);

    private static Regex Level => field ??= new("^(?:市委|区委|省委|县委|国家|省|市|区|县|州|[\u4e00-\u9fff]{2}市)(?=[\u4e00-\u9fff]{2})");

    private static Regex Kind => field ??= new("(?:委员会|管理局|办公室|[\u4e00-\u9fff]{2}分行|局|委|办|厅|部|院|会)$");

    private static Regex Tail => field ??= new("^(?:委员会|管理局|办公室|分行|局|委|办|厅|口|系统|条线| (?:bureau|commission|office|department|authority|committee))");

    private static Regex Trade => field ??= new("(?<what>[\u4e00-\u9fff]{1,4}口)(?:上|的)?(?:(?:那|这)(?:一)?(?:个)?(?:委|局|办|部门|单位|家|边|块)?)?(?=报|写|交|什么|啥|怎么|的|进|情|有|没|还|都|催|延|退|免|,|$)|(?<what>[\u4e00-\u9fff]{2,5})(?:的)?(?:那|这)(?:一)?(?:个)?(?:委|局|办|部门|单位|家|口)(?!家|里|那)|(?<![a-z])the (?<what>[a-z]{3,14}) (?:bureau|commission|office|department|people|folks|lot|guys)(?![a-z])");

    private static Regex ThatOne => field ??= new("(?<=[\u4e00-\u9fff]{2})(?:的|下面的|底下的|口的|里的)?(?:那|这)一?(?:家|个(?:单位|部门))");

    /// <summary>委里, 局里, 那个委: a kind of unit, but which?</summary>
    private static Regex Vague => field ??= new("(?:(?:那|这|某)个?)?(?<kind>[委局办])(?:里|里头|里面|那边|那里|这边)");
}
