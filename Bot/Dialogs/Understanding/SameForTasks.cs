using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>第二项第三项同上, the other two are the same: tasks that get what was written for another one. Pure.</summary>
/// <param name="Tasks">Numbers named; empty where all others are meant.</param>
internal sealed record SameForTasks(IReadOnlyList<int> Tasks)
{
    /// <returns>Null when the message says anything else besides.</returns>
    public static SameForTasks? In(string said)
    {
        if (said.Length > Longest || Same.Match(Spelling.Fold(said).Trim()) is not { Success: true } same)
            return null;
        var tasks = TaskWords.Find(same.Groups["tasks"].Value).Select(task => task.Ordinal).Distinct().ToList();
        return Others.IsMatch(same.Groups["tasks"].Value) ? new([]) : tasks.Count > 0 ? new(tasks) : null;
    }

    /// <summary>…三项都写这个, said after a text: it is the text of every task.</summary>
    /// <returns>The text without it; null when it is not said, or nothing stands before it.</returns>
    public static string? TextForAll(string raw) => ForAll.Match(Spelling.Fold(raw)) is { Success: true, Index: > 3 } all ? raw[..all.Index].TrimEnd(' ', '，', ',', '；', ';', '\n') : null;

    private const int Longest = 60;

    private static Regex Same => field ??= new("^(?:好的?|嗯+|行|那|对了|还有|另外(?![两三四五其])|然后|ok(?:ay)?|and|also|,|\\s)*(?<tasks>[^,.;!?]{2,40}?)[,\\s]*(?:的?(?:内容)?(?:都|也|均|就|全|跟着)*(?:写|报|填|按|用|是)?(?:同上|一样|相同|同样的?|跟?(?:上面|前面|刚才|这个|第[一二三四五六1-9]项|它|这项)(?:的|这个|那个|写的)*(?:一样|相同|一致|来|写|报|填))|(?:(?:is|are|:|as|get|gets|take|the|exactly|just|please|should be|can be)[\\s]*)*(?:same|ditto)(?: (?:as|text|thing|again|for|here|please|above|before|that|this|the first|the first one|task 1|one))*)(?:吧|的|了|就行|就好|即可)*[.!]*$");

    private static Regex Others => field ??= new("^(?:其余|其他|其它|另外|剩下|余下)(?:的|[几两二三四五六七八九十0-9]*[项条个])*(?:任务|工作)?$|^(?:for )?(?:the )?(?:rest|others?|other (?:one|two|three|four|ones|tasks?|two tasks|three tasks)|remaining (?:ones?|two|three|tasks?))$");

    private static Regex ForAll => field ??= new(@"(?<=[,.;!\s\w])(?:这|那)?(?:[两二三四五六七八九0-9]项|各项|每项|几项|全部|所有)(?:任务|工作)?(?:都|均|全|全都|也都|统一)(?:写|报|填|按|用|是|就)*(?:这个|这些|这样|一样|这么|这段|此|同样|上面)(?:的|内容|写|报|填|吧|就行|就好|即可|了)*[.!]*\s*$|(?<=[,.;!\s])(?:(?:and |please |it's |it is |that's |use |put |write |file |take |this is |that is |goes )*(?:the )?(?:same|this|that|it)(?: text| thing| one| report| applies| goes| is| holds)*) (?:for|to|under|in|on) (?:all|both|every|each)(?: (?:of (?:them|these|the tasks)|(?:the |my |our )?(?:two|three|four|five|[2-9])?(?: ?tasks?| ?ones?)?))?(?: please)?[.!]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
