using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>哪些家免报了, 退回去的有几份, 有没有写了一半没交的, 最近一份是谁报的: of what became of the reports. Pure.</summary>
internal static class StateWords
{
    /// <returns>Null when the words ask for none of them.</returns>
    public static ReportStage? In(string plain) => plain.Length > Longest ? null
        : Waived.IsMatch(plain) ? ReportStage.Waived : Returned.IsMatch(plain) ? ReportStage.Returned : Draft.IsMatch(plain) ? ReportStage.Draft : Latest.IsMatch(plain) ? ReportStage.Latest : null;

    /// <summary>when did the last one come in: the last report, and no last quarter.</summary>
    public static bool IsOfLastOne(string plain) => LastOne.IsMatch(plain);

    private static Regex LastOne => field ??= new("when (?:did|was) the (?:last|latest|most recent) one ");

    private const int Longest = 50;

    private const string Which = "(?:哪|谁|几家|几个|几份|几项|多少)";

    private static Regex Waived => field ??= new($"{Which}[^,.]{{0,6}}(?<!能|可以|以|想|要|申请)免(?:了)?报?(?:了|的)|免(?:报|了)的?(?:单位|任务|事项)?(?:一共|总共|都|共)*(?:有|是){Which}|有(?:没有)?(?:谁|人|单位|哪家)?(?:被)?免报的?(?:单位|吗|么|没有?)|(?<![a-z])(?:who|which units?|any(?:one|body)?|what|which)(?: (?:is|was|are|were|has|have|been|got|units?|reports?|tasks?))* (?:waived|exempt(?:ed)?|let off|excused)(?![a-z])");

    private static Regex Returned => field ??= new($"{Which}[^,.]{{0,6}}(?:被)?(?:退|打)回(?:去|来)?(?:了|过|的)|(?:退|打)(?:回|了)(?:去|来|了)*的?(?:单位|报告|那些)?(?:一共|总共|都|共)*(?:有|是){Which}|有(?:没有)?(?:谁|哪家|人|单位)?(?:被)?(?:退|打)回(?:去|来)?的?(?:吗|么|没有?)?$|(?<![a-z])(?:which|what|who|how many|any)(?: (?:is|was|are|were|has|have|been|reports?|units?|ones?|of them|did we|did i|got))* (?:sent back|returned|bounced)(?![a-z])");

    private static Regex Draft => field ??= new($"(?:写|填|报)(?:了|到)?(?:一半|半截|一部分|半拉)[^,.]{{0,4}}(?:没|未|就)(?:交|报|提交|停)|(?:{Which}|有(?:没有)?)[^,.]{{0,8}}草稿|草稿(?:里|中)?(?:的)?(?:一共|都)?(?:有|是){Which}|(?<![a-z])(?:who|which|any(?:one|body)?|what)[^,.]{{0,24}} (?:drafts?|half[- ]?(?:done|way|finished|written|filled)|(?:started|begun)(?: (?:writing|on it|it))?(?: but|,| and not))");

    private static Regex Latest => field ??= new("(?:最近|最新|最后|刚刚?来)(?:的)?(?:那)?(?:一)?(?:份|个|条|次|家)?(?:报告|报送|材料|交|报)?(?:的|是)*(?:谁|哪家|哪个单位)(?:报|交|来|送|的)|(?:谁|哪家)(?:是)?(?:最近|最后|刚刚?)(?:一个)?(?:报|交)(?:的|来|上来)|(?:最近|最新|最后)(?:那)?一?(?:份|条)(?:报告|材料)?[^,.]{0,6}(?:谁|哪|几点|什么时候)|(?<![a-z])(?:who|which unit)(?: was| is|'s)? (?:the )?(?:last|latest|most recent)(?: (?:one|unit))?(?: to (?:report|file|submit)|[?]?$)|(?:latest|last|most recent) (?:report|submission)(?: (?:to come|came|that came|received|we got))?(?: in)?[?]?$|when (?:did|was) the (?:last|latest|most recent) (?:one|report|submission) (?:come|came|arrive|get|filed|received|reported)(?: in)?[?]?$");
}
