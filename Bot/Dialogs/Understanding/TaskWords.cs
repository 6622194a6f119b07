using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Finds task numbers: 第二项, 任务2, task two, the third task.</summary>
public static class TaskWords
{
    /// <summary>Pattern of one task's name in folded text; its number stands in group <c>n</c>.</summary>
    public const string Pattern =
        $"(?:(?:第|(?<!分|两|这|那|里|劲)头)(?<n>{Numbers.Pattern})(?:个|项|条|件)?(?:重点)?(?:工作|任务|事项)|(?<!分|两|这|那|里|劲)头(?<n>一)[项条件]|第(?<n>{Numbers.Pattern})[项条件个](?!目)(?:工作)?|第(?<n>{Numbers.Pattern})行(?=的?(?:工作)?(?:进展|存在|问题|困难|取得|成效|效果|下一?步))|(?:任务|事项)(?<n>{Numbers.Pattern})(?![0-9年月日%]|\\.[0-9])"
        + $"|(?<![a-z])(?:task|item|no\\.)\\s*(?:no\\.?\\s*|number\\s*|#\\s*)?(?<n>{Numbers.EnglishPattern})(?![a-z0-9])|(?<![a-z])(?:the\\s+)?(?<n>{Numbers.EnglishPattern})\\s+(?:task|item|one)(?![a-z])"
        + "|(?<=(?:^|(?<![a-z])(?:for|on|and|or|of|about|just|scratch)\\s+|[,&]\\s*))#(?<n>[0-9]{1,2})(?![0-9]|\\s*[\u4e00-\u9fff]))";

    /// <summary>More is no range of a unit's tasks.</summary>
    private const int MostInRange = 50;

    private const string Piece = "(?:个|项|条|件)?(?:重点)?(?:工作|任务|事项)?";

    /// <summary>Numbers of the tasks named, in the order named; -1 stands for the last one (最后一项), -2 for the one before it.</summary>
    public static IReadOnlyList<(int Ordinal, Range Where)> Find(string plain)
    {
        var several = Several(plain).ToList();
        var found = Named.Matches(plain).Where(match => !several.Exists(other => Overlaps(other.Where, match)))
            .Select(match => (Number: Numbers.Parse(match.Groups["n"].Value), Match: match))
            .Where(task => task.Number is > 0).Select(task => (Ordinal: task.Number!.Value, Where: WhereOf(task.Match))).Concat(several).OrderBy(task => task.Where.Start.Value).ToList();
        if (LastOne.Match(plain) is { Success: true } last)
            found.Add((-1, WhereOf(last)));
        return found;
    }

    /// <summary>第1至3项, 第一、三项, 前两项, 后两项, tasks 1 to 3, tasks 1 and 4: each number, all with the place of the whole.</summary>
    private static IEnumerable<(int Ordinal, Range Where)> Several(string plain)
    {
        foreach (var match in Range.Matches(plain).Where(match => !IsDayOrPeriod(plain, match)))
        {
            if (Numbers.Parse(match.Groups["from"].Value) is { } from and > 0 && Numbers.Parse(match.Groups["to"].Value) is { } to && to > from && to - from < MostInRange)
            {
                for (var ordinal = from; ordinal <= to; ordinal++)
                    yield return (ordinal, WhereOf(match));
            }
        }
        foreach (var match in List.Matches(plain).Where(match => !IsDayOrPeriod(plain, match)))
        {
            foreach (Capture number in match.Groups["n"].Captures)
            {
                if (Numbers.Parse(number.Value) is { } ordinal and > 0)
                    yield return (ordinal, WhereOf(match));
            }
        }
        foreach (Match match in Part.Matches(plain))
            yield return (Numbers.Parse(match.Groups["n"].Value) ?? 0, WhereOf(match));
        foreach (Match match in Edge.Matches(plain))
        {
            var isLast = match.Groups["last"].Success;
            for (var i = 1; i <= Math.Min(Numbers.Parse(match.Groups["n"].Value) ?? 0, MostInRange); i++)
                yield return (isLast ? -i : i, WhereOf(match));
        }
    }

    /// <summary>4月1至3项 is nothing that is said, 4月1-3日 is; a unit must follow the number or stand before it.</summary>
    private static bool IsDayOrPeriod(string plain, Match match) => match.Index > 0 && plain[match.Index - 1] is '月' or '年' or '/' or '.';

    private static bool Overlaps(Range where, Match match) => match.Index < where.End.Value && match.Index + match.Length > where.Start.Value;

    /// <summary>The number that is meant among so many: -1 is the last, -2 the one before.</summary>
    public static int Counted(int ordinal, int count) => ordinal < 0 ? count + 1 + ordinal : ordinal;

    /// <summary>Where all tasks together are named: 三项都, 全部任务, all tasks.</summary>
    public static Range? FindAll(string plain) => All.Match(plain) is { Success: true } match ? WhereOf(match) : null;

    private static Range WhereOf(Match match) => match.Index..(match.Index + match.Length);

    private static Regex Named => field ??= new(Pattern);

    private static Regex Range => field ??= new($"(?:第|任务)(?<from>{Numbers.Pattern}){Piece}(?:到|至|-|~|—)第?(?<to>{Numbers.Pattern})(?:个|项|条|件)(?:重点)?(?:工作|任务|事项)?|(?<![0-9第月年])(?<from>{Numbers.Pattern})(?:到|至|-|~|—)(?<to>{Numbers.Pattern})(?:项|条)(?:重点)?(?:工作|任务|事项)?"
        + $"|任务(?<from>{Numbers.Pattern})(?:到|至|-|~|—)(?:任务)?(?<to>{Numbers.Pattern})(?![0-9天日月年])|(?<![a-z])(?:tasks|items)\\s*(?:no\\.?\\s*|#\\s*)?(?<from>{Numbers.EnglishPattern})\\s*(?:-|~|—|to|through|till|until)\\s*(?:task )?(?<to>{Numbers.EnglishPattern})(?![a-z0-9])|(?<![a-z])(?:task|item)\\s*(?<from>{Numbers.EnglishPattern})\\s*(?:-|~|—|through)\\s*(?<to>{Numbers.EnglishPattern})(?![a-z0-9])");

    private static Regex List => field ??= new($"第?(?<n>{Numbers.Pattern})(?:项|条)?(?:[、,]\\s*|和|与|及|跟)(?:第?(?<n>{Numbers.Pattern})(?:项|条)?(?:[、,]\\s*|和|与|及|跟))*第?(?<n>{Numbers.Pattern})(?:个|项|条|件)(?:重点)?(?:工作|任务|事项)?"
        + $"|任务(?<n>{Numbers.Pattern})(?:(?:[、,]\\s*|和|与|及|跟)(?:任务)?(?<n>{Numbers.Pattern})(?![0-9天日月年项]))+"
        + $"|(?<![a-z])(?:tasks|items)\\s+(?<n>{Numbers.EnglishPattern})(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)(?<n>{Numbers.EnglishPattern})(?![a-z0-9]))+");

    private static Regex Edge => field ??= new($"(?:前(?:面)?|头)(?<n>[0-9]{{1,2}}|[一二两三四五六七八九十])(?:个)?(?:项|条|件|个任务)(?:工作|任务|事项)?|(?<last>最?后(?:面)?)(?<n>[0-9]{{1,2}}|[二两三四五六七八九十])(?:个)?(?:项|条|件|个任务)(?:工作|任务|事项)?"
        + $"|(?:the )?first (?<n>two|three|four|five|[2-9]) (?:tasks|items|ones)|(?:the )?(?<last>last) (?<n>two|three|four|five|[2-9]) (?:tasks|items|ones)");

    /// <summary>第二部分 is said for 第二项; what follows may be a part of a report (第二部分的问题).</summary>
    private static Regex Part => field ??= new($"第(?<n>[1-9][0-9]?|[一二三四五六七八九十]{{1,3}})部分");

    private static Regex LastOne => field ??= new("最后一(?:项|条|个任务)|(?:the )?last (?:task|item)");

    private static Regex All => field ??= new("(?:全部|所有|各|每|整个)(?:的)?[一二两三四五六七八九十0-9]*个?(?:项|条|个任务|任务|事项)|(?:这|那)[两三四五六七八九十0-9]+个?(?:项|条|个任务|任务|事项)|^全部(?:的)?$|^(?:都是|都|所有|全都)(?:的)?$|[一二两三四五六七八九十0-9]+项(?:任务|工作)?(?:都|全|均|一起)|(?:all|every)(?: of)?(?: the| my| our| these| them)?(?: [a-z0-9]+)? ?(?:tasks?|items?)|^all(?: of them)?$|^both$");
}
