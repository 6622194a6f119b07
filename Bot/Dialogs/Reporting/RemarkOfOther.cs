using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>监管平台那项还没动静，等牵头部门呢; 第一项过两天: said of a task that is not shown, and nothing to be written. Pure.</summary>
internal static class RemarkOfOther
{
    private const int Longest = 60;

    /// <returns>The task's number; null when the words speak of none, of one that is shown, or tell something that could be filed.</returns>
    public static int? Read(string said, ReportForm form)
    {
        if (said.Length > Longest || form.Tasks.Count < 2 || said.AsSpan().IndexOfAny(':', '：') >= 0)
            return null;
        var plain = Spelling.Plain(TaskMentions.Everywhere(said, form.Subjects));
        if (TaskWords.Find(plain) is not [var (task, where)] || form.Find(task) is not { } other || form.PartOf(other.Ordinal) is not null)
            return null;
        var rest = plain[..where.Start.Value] + plain[where.End.Value..];
        return !rest.Any(char.IsAsciiDigit) && IsLater(rest) ? other.Ordinal : null;
    }

    /// <summary>过两天, 还没动静: nothing of it is to be filed now.</summary>
    public static bool IsLater(string said) => NotYet.IsMatch(Spelling.Plain(said)) || IsPromised(said);

    /// <summary>明天给, I'll send it tomorrow: said of a task, it tells nothing of it; 还没动静 does.</summary>
    public static bool IsPromised(string said) => Promised.IsMatch(Spelling.Plain(said));

    private const string Before = "^(?:那|那个|至于|的?话|呢|嘛|就|我们?|这边|目前|现在|暂时|处里|科里|局里|委里|办里|领导|处长|局长|主任|分管领导|上面|[,. ])*";

    private const string After = "(?:[,. ](?:在)?(?:等|要等|还得等)[^,.]{1,16})?[^,.]{0,8}$";

    private static Regex NotYet => field ??= new(Before + "(?:还?在(?:走)?(?:会签|流程|程序|审|审核|审批|核|签|签字|看|改|汇总|收集|统计|弄|写|整理|对|催|等)(?:着|呢)?|还?(?:没|未)(?:什么|啥|有)*(?:动静|动|开始|弄|写|好|完|眉目|消息|材料|数))" + After
        + "|^(?:[,. ]|is|has|for|on|the|we|we're|i|it's)*(?:not yet|no news yet|still waiting|waiting for .{2,20}|nothing yet|hasn't moved|hasn't started)[. ]*$");

    private static Regex Promised => field ??= new(Before + "(?:(?:再)?(?:过|等)(?:[一两二三几]|些|阵子?)?(?:天|日子|会儿?|等|牵头)|(?:先|暂)(?:不|放|等|空)|(?:回头|晚点|稍后|之后|后面|改天|明[天儿日早]|后[天儿日]|下周[一二三四五]?|这周[一二三四五]?|周[一二三四五]|过会儿?|待会儿?|一会儿?|上午|下午|晚上)(?:再|我|报|补|弄|交|给|说)*)" + After
        + "|^(?:[,. ]|will|comes?|follows?|for|on|the|we|i|you|'ll|can|send|file|report|give|do|it|to|that|this|get|have|one)*(?:later|tomorrow|next week|in a (?:few|couple of) days|can wait|another day)[. ]*$");
}
