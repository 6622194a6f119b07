using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A figure or a day that is to be another, where the words name only the new one: actually it was March 25; 不对，是28家; 商户数写错了，应该是1020户.</summary>
/// <param name="New">As typed.</param>
/// <param name="Measure">What is counted, as it follows the figure (户, guides); blank where nothing does, and for days.</param>
/// <param name="Noun">What else the words call it (商户); blank where they do not.</param>
/// <param name="Section">Null when none is named.</param>
/// <param name="Tasks">Numbers named; empty when none is.</param>
/// <param name="IsSure">The words say that something was wrong; otherwise they may as well be something new.</param>
public sealed record ValueChange(string New, bool IsDay, string Measure, string Noun, ReportSection? Section, IReadOnlyList<int> Tasks, bool IsSure)
{
    /// <summary>The figure that is to go, as it was said (two, 3); null where only the new one was.</summary>
    public string? Old { get; init; }

    /// <summary>The noun must stand beside the figure: 企业数换45 is no word on training courses.</summary>
    public bool NeedsNoun { get; init; }

    private const int Longest = 80;

    private const int LongestNoun = 6;

    private const int LongestEnglishNoun = 24;

    /// <param name="isShown">The text is shown and waits for a yes: 子基金是3支 then needs no hint that it puts something right.</param>
    /// <returns>Null unless the words hold one value, a hint that it takes another's place, and next to nothing else.</returns>
    public static ValueChange? Parse(string raw, SectionWords words, bool isShown = false)
    {
        if (raw.Length > Longest || raw.Contains('\n', StringComparison.Ordinal))
            return null;
        if (NamedFigure.Parse(raw, words, isShown) is { } named)
            return named;
        // …，能改吗: whether it can be is answered by doing it.
        var folded = CanIt.Replace(Spelling.Fold(raw), "");
        // make it 6 standards, one came in this morning: why it is so, is no part of it.
        if (Because.Match(folded) is { Success: true } why && Hints.IsMatch(folded[..why.Index]) && folded[..why.Index].Any(char.IsAsciiDigit))
            (raw, folded) = (raw[..why.Index], folded[..why.Index]);
        var tasks = TaskWords.Find(folded);
        foreach (var task in tasks)
            folded = $"{folded[..task.Where.Start.Value]}{new string(' ', task.Where.End.Value - task.Where.Start.Value)}{folded[task.Where.End.Value..]}";
        var isLatin = folded.All(c => c < '\u3400');
        var isHinted = Hints.IsMatch(folded);
        if (!(isHinted || (isShown && ToldInWords.IsMatch(folded)) || Doubts.IsMatch(folded) || (isShown && Tells.IsMatch(folded))) || folded.EndsWith('?') || Values.In(folded, withWords: isHinted ? isLatin : isShown && ToldInWords.IsMatch(folded)) is not [var value])
            return null;
        // 开放了4个 tells of something done.
        if (!IsNamed.IsMatch(folded[..value.Where.Start.Value]) || MeasureAfter.Match(folded[value.Where.End.Value..]) is not { Success: true } counted)
            return null;
        var (before, section) = WithoutSection(folded[..value.Where.Start.Value], words);
        var noun = Bare(before);
        var after = counted.Groups["measure"].Value;
        // 9800余件: the rough figure is what is to be written.
        var roughly = !value.IsDay && after is ['余' or '多', ..] ? after[..1] : "";
        after = after[roughly.Length..];
        var isInWords = !value.IsDay && isLatin && !folded[value.Where].Any(char.IsAsciiDigit);
        // it was two teams who got the grant: what follows says which.
        var behind = Bare(folded[(value.Where.End.Value + counted.Length)..]);
        if (behind.Length > (isLatin && noun.Length == 0 ? LongestEnglishNoun : 0))
            return null;
        noun = noun.Length == 0 ? behind : noun;
        if (value.IsDay || (isLatin && Bare(after).Length == 0))
        {
            if (Bare(after).Length > 0)
                return null;
            after = "";
        }
        return noun.Length > (isLatin ? LongestEnglishNoun : LongestNoun) || (noun.Length > 0 && !isHinted && !isShown)
            ? null : new(raw[value.Where].Trim() + roughly, value.IsDay, after.Trim().Length == 0 && !value.IsDay && CountOf.Match(before) is { Success: true } of ? of.Groups["measure"].Value : after.Trim(), noun, section, [.. tasks.Select(task => task.Ordinal)], isHinted && !isInWords);
    }

    private static Regex Because => field ??= new(@"[,;.]\s*(?:(?:因为|刚才?|刚刚|今早|今天|早上|上午|中午|下午|昨天|又|领导|处长|局长|主任|后来|最新)[^0-9]{2,24}|(?:because|since|as|there's|there is|we|they|it|i|the (?:last|new) one|(?:just )?(?:one|another|two|three|some|a few))(?: more| new| late)?(?:'ve| have| has)? (?:just |only |also )?(?:came|arrived|got|was|were|joined|signed|added|turned up|dropped|fell|left|missed|forgot|heard|checked)[^0-9]{0,40})$");

    private static Regex CanIt => field ??= new(@"[,;.\s]?(?:你|可|千万)*(?:别|不要)(?:再|给我)?(?:写|弄|搞|记|打|填)错了?(?:给我|哈|啊|哦|啦)*[.!]*$|[,;.]\s*(?:i|we) (?:miscounted|mistyped|miscalculated|got (?:it|that) wrong|made a (?:mistake|typo)|typed (?:it|that) wrong)[.!]*$|[,;.]\s*(?:我)?(?:刚才)?(?:数|写|打|弄|看|算|记)错了[.!]*$|[,;.\s]\s*(?:你|您|请|还|麻烦)*(?:能不能|可不可以|可以|能|行不行|帮我)(?:帮我|给)?(?:再)?(?:改|修改|更正|调整)?(?:一?下)?(?:吗|么|不|吧)?\?*$|[,;.\s]\s*can (?:you|i|we|it)(?: please)?(?: be)? (?:change|correct|fix|amend)(?:ed)?(?: (?:it|that))?\?*$");

    /// <summary>Every place in the text where a value of this kind stands, with the text as it would be there.</summary>
    public IReadOnlyList<(string Old, string Around, string Text)> PlacesIn(string text)
    {
        var folded = Spelling.Fold(text);
        var alike = Values.In(folded, withWords: Noun.Length > 0 || Measure.Length > 0 || Old is not null).Where(value => value.IsDay == IsDay && (IsDay || IsCounted(folded[value.Where.End.Value..]))).ToList();
        if (Old is { } old)
            alike = alike.FindAll(value => NamedFigure.Same(folded[value.Where], old));
        var named = Noun.Length > 1 ? alike.FindAll(value => IsCalledSo(folded[..value.Where.Start.Value], folded[value.Where.End.Value..])) : [];
        if (named.Count > 0 || NeedsNoun)
            alike = named;
        return [.. from value in alike
            let before = text[value.Where]
            let now = IsDay ? Values.DayLike(before, New) : NamedFigure.WrittenLike(before, New)
            where now != before
            select (Whole(before, text[value.Where.End.Value..]), Around(text, value.Where), $"{text[..value.Where.Start.Value]}{now}{(IsDay ? text[value.Where.End.Value..] : Roughly.Replace(text[value.Where.End.Value..], ""))}")];
    }

    /// <summary>The 多 of 120多人 goes with the rough figure.</summary>
    private static Regex Roughly => field ??= new("^(?:多|余|来)(?=[\u4e00-\u9fff])");

    /// <summary>With its measure, so that it can be pointed at: 1200户, 412 guides.</summary>
    private static string Whole(string old, string after) => old + FirstMeasure.Match(after).Value;

    private static string Around(string text, Range where)
    {
        var (from, to) = (Math.Max(0, where.Start.Value - 12), Math.Min(text.Length, where.End.Value + 10));
        return text[from..to].ReplaceLineEndings(" ");
    }

    private bool IsCounted(string after) => Measure.Length == 0 || (Measure[0] < '\u3400' && Regex.IsMatch(after, $"^(?: [a-z-]+){{0,2}} {Regex.Escape(Measure.TrimEnd('s'))}", RegexOptions.CultureInvariant)) || Roughly.Replace(after, "").TrimStart().StartsWith(Measure.TrimEnd('s'), StringComparison.Ordinal) || (Measure.Length > 1 && Measure[0] >= '\u3400' && after.StartsWith(Measure[0]));

    /// <summary>家数也错了: what is counted, by its measure.</summary>
    private static Regex CountOf => field ??= new("(?<measure>[家户个项人次件台所套条处名场期门座])数");

    /// <summary>The text calls a value of the kind so.</summary>
    public bool IsNamedIn(string text)
    {
        var folded = Spelling.Fold(text);
        return Noun.Length > 1 && Values.In(folded, withWords: true).Any(value => value.IsDay == IsDay && IsCalledSo(folded[..value.Where.Start.Value], folded[value.Where.End.Value..]));
    }

    /// <summary>Two characters of the noun, or one of its words, stand in the same clause.</summary>
    private bool IsCalledSo(string before, string after)
    {
        var clause = Clause.Match(before).Value + BeginningOfClause.Match(after).Value;
        return Noun[0] < '\u3400' ? Noun.Split(' ').Any(word => word.Length > 2 && (clause.Contains(word, StringComparison.Ordinal) || ReportSubjects.Meanings(word).Any(meant => meant.Any(meaning => clause.Contains(meaning, StringComparison.Ordinal))))) : Noun.Zip(Noun.Skip(1)).Any(pair => clause.Contains($"{pair.First}{pair.Second}", StringComparison.Ordinal));
    }

    private static (string Left, ReportSection? Section) WithoutSection(string text, SectionWords words)
    {
        foreach (Match match in Regex.Matches(text, $"(?<![a-z])(?:{words.Any})(?![a-z])", RegexOptions.CultureInvariant))
        {
            if (words.Of(match.Value) is { } section)
                return ($"{text[..match.Index]} {text[(match.Index + match.Length)..]}", section);
        }
        return (text, null);
    }

    /// <summary>What is left when nothing is counted that only tells of a mistake, of a report, or of a time.</summary>
    private static string Bare(string text) => Space.Replace(Telling.Replace(text, " "), " ").Trim();

    /// <summary>What stands right before the value gives it a name: 应该是…, it was ….</summary>
    private static Regex IsNamed => field ??= new(@"(?:^|是|为|成|对|了一下|一下|[,.:;，。：；\s]|(?<![a-z])(?:be|is|was|to|that|it|it's|read|say|meant|mean|actually|correction|the|no|sorry|make it|make that))\s*(?:大?约|大概|共|一共|总共|只有|about|only|just|really|actually|on|the)*\s*$");

    private static Regex MeasureAfter => field ??= new(@"^(?<measure>\s?[a-z]{2,20}|[\u4e00-\u9fff]{0,4}?)(?:才对|才是|吧|哈|的|了|啊|呀|哦)*(?=[,.!;:，。！；\s]|$)");

    /// <summary>Something was wrong.</summary>
    private static Regex Hints => field ??= new("错|不一样|不太一样|^.{0,8}应(?:该|当)?[是为](?=[0-9])|^核(?:完|过|实|对)(?:完|过)?了[,，]|(?:写|报|填|算|记)(?:少|多|低|高|漏|大|小)了|不对|有误|更正|纠正|订正|修正|改正|改成|改为|换成|才对|才是|(?:说|写|打|填|搞|弄|看|数字?)(?:反|颠倒)|倒过来|不是(?=.{0,4}[,，])|(?<![a-z])(?:sorry|wait|correction|meant|i mean|make (?:that|it)|should (?:be|have been|read|say)|wrong|mistake|typo|oops|not right|change|correct)(?![a-z])|^no[, ]");

    /// <summary>A figure is told: 子基金是3支, it was 19 cars.</summary>
    private static Regex Tells => field ??= new("(?:是|为|共|有)(?=[0-9])|(?<![a-z])(?:it|that|they|there)(?:'s| is| was| are| were) (?=[0-9])");

    /// <summary>路演是三期: a figure in words, told of what is shown, and nothing else.</summary>
    private static Regex ToldInWords => field ??= new("^[\u4e00-\u9fff]{2,6}(?:应该?)?(?:是|共|有)[一二两三四五六七八九十]{1,3}[家户个项人次件台所套条处名场期门座批轮](?:才对|吧|哈|的)?[.!]*$");

    /// <summary>May put something right, and may as well begin something.</summary>
    private static Regex Doubts => field ??= new("其实|实际|应该?是|应为|准确|(?<![a-z])(?:actually|in fact|really)(?![a-z])");

    private static Regex Telling => field ??= new("不太?一样|(?:给)?(?:说|写|打|填|搞|弄|看|数字?)?(?:写|搞|弄)?(?:反|颠倒|倒过来)了?|刚发现|核(?:完|过|实|对)(?:完|过)?了|不好意思|对不起|抱歉|麻烦|请|帮我|不对|不是|(?:写|报|填|算|记)(?:少|多|低|高|漏|大|小)了|(?:那|这)(?:一?份|张)|(?:写|报|填|说|弄|搞|打|记|输|看|算|报送|提交|发)?错了?|有误|更正|纠正|订正|修正|改正|改一?下|改成|改为|换成|应该?是|应该|应为|应当是|其实|实际上?|准确的?|正确的?|才是|才对|刚才|刚刚|之前|前面|上面|(?:今天|昨天|前天|今|昨)?(?:早上|上午|中午|下午|晚上)|今早|昨天|前天|今天|那天|里面?|(?:报|写|填|说|发|交)(?:上去|过去|送)?的|提交的|日期|时间|日子|数字|数据|数量|人数|总数|一下|一点|哎呀?|等等|等一?下|我们?|咱们?|那个|这个|哪个|一共|总共|对了|确认|一处|地方|(?:那|这)(?:里|儿|块|条|项|句)|[,.!:;~。，、！]|[的了哦啊呀哈吧嗯噢把将还就要得都只共为是那这个数家户条处中也]"
        + "|(?<![a-z])(?:sorry|oh|oops|wait|actually|nope?|no|hang|hold|on|correction|correct|i|meant?|make|that|it|this|they|there|those|the|it's|that's|is|was|were|are|should|be|been|have|had|has|to|read|say|number|figure|date|day|count|total|value|of|in|for|we|you|sent|gave|give|wrote|reported|filed|submitted|typed|said|put|told|entered|morning|yesterday|earlier|just|now|before|today|afternoon|last|week|report|my|our|me|mistake|typo|wrong|error|who|pls|plz|got|change|changed|please|rather|instead|only|about|and|but|apologies|a|an|fact|right|really|not|what|which|so|then|one|bad|must|can|could|with|by|happened|took|place|s|'s)(?![a-z])");

    private static Regex Space => field ??= new(@"\s+");

    private static Regex FirstMeasure => field ??= new(@"^(?:%|％|个百分点|[\u4e00-\u9fff]{1,2}|\s[a-zA-Z]+)");

    private static Regex Clause => field ??= new("[^,.;:，。；：、\n]*$");

    private static Regex BeginningOfClause => field ??= new("^[^,.;:，。；：、\n]*");
}
