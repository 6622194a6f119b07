using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Finds task numbers: 第二项, 任务2, task two, the third task.</summary>
public static partial class TaskWords
{
    /// <summary>Pattern of one task's name in folded text; its number stands in group <c>n</c>.</summary>
    public const string Pattern =
        $"(?:第(?<n>{Numbers.Pattern})(?:个|项|条|件)?(?:重点)?(?:工作|任务|事项)|第(?<n>{Numbers.Pattern})[项条件个](?!目)(?:工作)?|(?:任务|事项)(?<n>{Numbers.Pattern})(?![0-9年月日.%])"
        + $"|(?<![a-z])(?:task|item|no\\.)\\s*(?:no\\.?\\s*|number\\s*|#\\s*)?(?<n>{Numbers.EnglishPattern})(?![a-z0-9])|(?<![a-z])(?:the\\s+)?(?<n>{Numbers.EnglishPattern})\\s+(?:task|item|one)(?![a-z]))";

    /// <summary>Numbers of the tasks named, in the order named; -1 stands for the last one (最后一项).</summary>
    public static IReadOnlyList<(int Ordinal, Range Where)> Find(string plain)
    {
        var found = Named().Matches(plain).Select(match => (Number: Numbers.Parse(match.Groups["n"].Value), Match: match))
            .Where(task => task.Number is > 0).Select(task => (task.Number!.Value, WhereOf(task.Match))).ToList();
        if (LastOne().Match(plain) is { Success: true } last)
            found.Add((-1, WhereOf(last)));
        return found;
    }

    /// <summary>Where all tasks together are named: 三项都, 全部任务, all tasks.</summary>
    public static Range? FindAll(string plain) => All().Match(plain) is { Success: true } match ? WhereOf(match) : null;

    private static Range WhereOf(Match match) => match.Index..(match.Index + match.Length);

    [GeneratedRegex(Pattern)]
    private static partial Regex Named();

    [GeneratedRegex("最后一(?:项|条|个任务)|(?:the )?last (?:task|item)")]
    private static partial Regex LastOne();

    [GeneratedRegex("(?:全部|所有|各|每|整个|这)(?:的)?[一二两三四五六七八九十0-9]*个?(?:项|条|个任务|任务|事项)|^全部(?:的)?$|^(?:都是|都|所有|全都)(?:的)?$|[一二两三四五六七八九十0-9]+项(?:任务|工作)?(?:都|全|均|一起)|(?:all|every)(?: of)?(?: the| my| our| these| them)?(?: [a-z0-9]+)? ?(?:tasks?|items?)|^all(?: of them)?$|^both$")]
    private static partial Regex All();
}
