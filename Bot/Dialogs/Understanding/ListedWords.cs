using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Lists that the office asks for by what they hold: the tasks of a plan, who was given more time. Pure.</summary>
internal static class ListedWords
{
    /// <summary>有哪些任务, 任务清单给我看看, list the tasks of the plan.</summary>
    public static bool AsksForTasks(string plain) => plain.Length <= Longest && Tasks.IsMatch(plain) && !OfState.IsMatch(plain);

    /// <summary>谁延期了, anyone allowed extra time so far?</summary>
    public static bool AsksWhoWasExtended(string plain) => plain.Length <= Longest && Extended.IsMatch(plain) && !Requested.IsMatch(plain);

    /// <summary>Words of a whole plan: 计划里有哪些任务, after a unit, is no question about that unit.</summary>
    public static bool NamesPlan(string plain) => OfPlan.IsMatch(plain);

    private const int Longest = 70;

    private static Regex Tasks => field ??= new("(?:有|包括|包含|含|分|列了?|都是|一共|总共|布置了?|安排了?|下达了?|的)(?:哪些|什么|啥|几项|多少项|哪几项|几条|多少条|几个|多少个)(?:重点|主要)?(?:任务|事项)(?:来着|呢|啊)?[?]?$|(?:任务|分工)(?:的)?(?:清单|列表|一览|目录|明细)(?:表)?(?:给我|发我|拿来|看看|看一?下|列出来|列一?下|是什么|有吗|呢|来|吧)*[?]?$|(?:列|看|调|拉|给我|发我|查)(?:一?下|出|看|我)*(?:所有|全部|各项|这个计划|计划|全部的)?(?:的)?(?:任务|分工)(?:清单|列表)?(?:来|出来|给我|看看|吧)*$|(?<![a-z])(?:list|show|give)(?: me| us)? (?:all |of |the |its )*(?:tasks|duties|assignments)(?: (?:of|in|for) .{2,60})?[?]?$|(?<![a-z])(?:what|which|how many) (?:tasks|duties) (?:are|does|do|has|have|is)(?: there)?(?: in)?(?: the plan| it| we| this plan| this notice)*(?: have| contain| hold)?[?]?$|(?<![a-z])task list(?: please)?[?]?$");

    private static Regex OfState => field ??= new("没(?!有任务)|未|逾期|超期|已(?:经)?(?:报|交)|报了|交了|完成|延期|退回|(?<![a-z])(?:open|missing|overdue|late|reported|done|returned|outstanding|not|owe[ds]?|left)(?![a-z])|我|他们|它|(?<![a-z])(?:my|our|their|i|we|they)(?![a-z])");

    private static Regex Extended => field ??= new("(?:谁|哪(?:一|几|些)?(?:个|家)?(?:单位|部门)?|有(?:没有|谁|人|单位|哪家|几家)|几家|多少(?:家|单位))[^,.]{0,6}?(?:(?:批|给|准|获|办|得)(?:了|过|准)?)?(?:延(?:了|过)?期|延了|延过|宽限|缓交|多给(?:了|过)?时间|放宽)(?:了|过|的)?(?:没有?|吗|么|呢)?[?]?$|(?:给|批|准)(?:了|过)?(?:谁|哪家|哪些单位|几家)(?:单位)?(?:延|宽限|缓)|(?:目前|现在|到现在|截至目前|已经?)?(?:批|给|办)(?:了|过)?(?:几|多少|哪些)(?:个|件|家|次)?(?:单位)?(?:的)?延期|(?<![a-z])(?:any ?one|any ?body|any units?|who|which (?:units?|ones|offices?|bureaus?)|how many(?: units)?|has any(?:one|body| unit)|has|have|did|does|do)(?: [a-z]+){0,4} (?:allowed|given|granted|got|gotten|get|have|had|received|been given|an?|on)(?: [a-z]+){0,2} ?(?:extra time|more time|extensions?|longer|extended)(?![a-z])|(?<![a-z])(?:any extensions|who(?:'s| is| was| has been)(?: been)? extended|(?:which|what) extensions)(?![a-z])");

    private static Regex Requested => field ??= new("申请|请求|想|要求|要延|打算|提出|(?<![a-z])(?:ask(?:ed|ing|s)?|request(?:ed|s)?|want(?:s|ed)?|appl(?:y|ied|ies))(?![a-z])");

    private static Regex OfPlan => field ??= new("计划|方案|通知|清单|全部|所有|总共|一共|列表|(?<![a-z])(?:plan|notice|all|list)(?![a-z])");
}
