using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What the office says in words of its own, and its structure gives away: to see a request, the versions, a table, what goes out, to rest or to go on.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? OfOfficeSpoken(Understood understood)
    {
        var plain = understood.Plain;
        if (plain.Length > LongestSpoken || understood.Text is not null)
            return null;
        // 给到8号吧 decides; 那个延期申请我看看 only wants to see it.
        if (understood.Intent is not (Intent.Grant or Intent.Decline) && SeesRequest.IsMatch(plain))
            return Asked(understood, Intent.Requests) with { Tasks = [], IsWhole = true };
        // 人行我打过电话，其余的敲打一下: the others, and not those.
        if (understood.Units.Count > 0 && understood.Units.All(unit => unit.One is not null) && RestUrged.Matches(plain))
            return understood with { Intent = Intent.Urge, Confidence = 0.97, IsByExample = false, IsWhole = true, Plain = $"{plain},除外", Tasks = [], When = null, Days = null, Reason = null, NewPerson = null, Refers = Reference.None, IsQuestion = false, EndsAsQuestion = false, Leftover = "" };
        if (understood.Units is [{ One: not null }] && FormerContact.IsAskedAbout(plain))
            return Asked(understood, Intent.WhoIsContact) with { IsWhole = true };
        if (understood.Units.Count == 0 && understood.Refers == Reference.None && ListedWords.AsksForTasks(plain))
            return Asked(understood, Intent.PlanTasks) with { IsWhole = true, Tasks = [], AllTasks = false, TaskSubject = null };
        if (understood.Units.Count == 0 && understood.When is null && understood.Days is null && ListedWords.AsksWhoWasExtended(plain))
            return Asked(understood, Intent.Extended) with { IsWhole = true, Tasks = [] };
        if (AsksWhoObjects(plain))
            return Asked(understood, Intent.Requests) with { Tasks = [], IsWhole = true };
        if (understood.Units is [{ One: not null }] && WhetherTouched.IsMatch(plain))
            return Asked(understood, Intent.Differences);
        if (understood.Units is [{ One: not null }] && WhyNothing.IsMatch(plain) && understood.Intent is not (Intent.Extend or Intent.Urge or Intent.Requests))
            return Asked(understood, Intent.UnitStatus);
        if (understood.Units is [{ One: not null }] && Answers.UnitAnswers.AsksWhetherReal(plain))
            return Asked(understood, Intent.UnitStatus);
        if (understood.Units.Count == 0 && WhoIsBehind.IsMatch(plain))
            return Asked(understood, Intent.WhoOverdue) with { IsWhole = true };
        if (understood is { Units.Count: 0, Refers: Reference.None } && HowLateAll.IsMatch(plain))
            return Asked(understood, Intent.WhoOverdue) with { IsWhole = true, When = null, Days = null };
        if (understood.Units.Count == 0 && DueWords.AsksWhoHoldsUp(plain))
            return Asked(understood, Intent.WhoOverdue) with { IsWhole = true, Tasks = [] };
        if (understood.Units.Count == 0 && DueWords.AsksWhatCameIn(plain))
            return Asked(understood, Intent.Rate) with { IsWhole = true };
        // when's that one due and has anybody jumped the gun: one answer tells both.
        if (understood is { Units.Count: 0, Intent: Intent.DueDate } && DueWords.AsksWhetherEarly(plain))
            return Asked(understood, Intent.DueDate) with { IsWhole = true };
        if (understood.Units.Count == 0 && understood.Intent is Intent.Differences or Intent.None or Intent.Trend or Intent.Rate or Intent.Brief or Intent.Audit or Intent.UnitStatus && PeriodsCompared.IsMatch(plain) && (understood.Periods.Sum(period => Math.Max(1, period.Count)) > 1 || TwoQuarters.IsMatch(plain)))
            return Asked(understood, Intent.Rate);
        if (PublicBlame.IsMatch(plain))
            return understood with { Intent = Intent.Broadcast, Confidence = 0.95, IsByExample = false, IsWhole = true };
        if (LadderWords.AsksFirst(plain))
            return understood with { Intent = Intent.ChangeLadder, Confidence = 0.95, IsByExample = false, IsWhole = true };
        if (OfReminders(understood) is { } reminders)
            return reminders;
        if (understood.Units.Count == 0 && WantsOpenTable.IsMatch(plain))
            return Asked(understood, Intent.Export) with { Format = understood.Format ?? "xlsx", IsWhole = true };
        if (understood.Format is not null && WantsFormat.IsMatch(plain))
            return Asked(understood, Intent.Export) with { IsWhole = true };
        if (CalendarWords.AsksForCount(plain) || CalendarWords.AsksWhetherRemindersMove(plain))
            return Asked(understood, Intent.Calendar) with { IsWhole = true };
        if (TakenBackByPlace.IsMatch(plain))
            return understood with { Intent = Intent.Undo, Confidence = 0.97, IsByExample = false, Tasks = [], IsWhole = true };
        if (CanBeCalledBack.IsMatch(plain) || DropsWhatWasDone.IsMatch(plain))
            return understood with { Intent = Intent.Undo, Confidence = 0.97, IsByExample = false, IsWhole = true };
        // 公安局也说过网络不够吧: an office that the plan does not have, whatever it is said to have told.
        if (understood.Units.Count == 0 && understood.Intent is Intent.None or Intent.Problems or Intent.Mentions or Intent.UnitStatus or Intent.ReadReport or Intent.Fragment && TellingOffice.Match(plain) is { Success: true } office)
            return Asked(understood, Intent.UnitStatus) with { Units = [new UnitMention([], office.Groups["name"].Value)], IsWhole = true };
        // 海关那份到了没: of an office that the plan does not have.
        if (understood is { Units.Count: 0, Refers: Reference.None, Tasks.Count: 0 } && OtherOffice.Match(plain) is { Success: true } other)
            return Asked(understood, Intent.UnitStatus) with { Units = [new UnitMention([], other.Groups["name"].Value)], IsWhole = true };
        // 曙光那边到哪一步了: of the task that is about it.
        return understood is { Units.Count: 0, Tasks.Count: 0, Refers: Reference.None, Intent: Intent.None or Intent.WhoMissing or Intent.Rate or Intent.UnitStatus or Intent.ReadReport or Intent.Fragment or Intent.WhoReported or Intent.MyStatus or Intent.MyTasks or Intent.FindTasks or Intent.Brief or Intent.Trend }
            && HowFarIs.Match(plain) is { Success: true } subject && subject.Groups["about"].Value.Trim() is { Length: > 1 } about && !NoSubjectOfQuestion.IsMatch(about) && (about[0] >= '\u4e00' || ReportSubjects.Meanings(about).Count > 0)
            ? Asked(understood, Intent.ReadReport) with { TaskSubject = about, IsWhole = true } : null;
    }

    private const int LongestSpoken = 120;

    /// <summary>都晚几天了, how late are they by now.</summary>
    private static Regex HowLateAll => field ??= new("^(?:那|现在|目前|这些|他们|它们|各家|各单位|大家|没交的|没报的|逾期的|都|已经?|一共|总共|分别|各|,)*(?:晚|迟|拖|超期|逾期)(?:了)?(?:几|多少)(?:个)?(?:工作日|天)(?:了)?(?:呢|啊)?[?]?$|^(?:and |so )*how (?:many (?:working )?days )?(?:late|overdue) (?:are|is) (?:they|everyone|everybody|it|those|the units)(?: all)?(?: by now| now| already)?[?]?$");

    /// <summary>先 pause 一下, resume 吧, what are you sending tomorrow: of the reminders.</summary>
    private static Understood? OfReminders(Understood understood)
    {
        var plain = understood.Plain;
        if (PausesThem.Match(plain) is { Success: true } pause)
        {
            // 今晚 upgrade，提醒先 pause 一下: the evening is when the upgrade is.
            var clause = plain[..pause.Index].LastIndexOfAny([',', '.', ';']) is >= 0 and var before && DateWords.Find(plain[(before + 1)..]) is null;
            return understood with { Intent = Intent.PauseReminders, Confidence = 0.97, IsByExample = false, When = clause ? null : understood.When, IsWhole = true };
        }
        if (ResumesThem.IsMatch(plain))
            return understood with { Intent = Intent.ResumeReminders, Confidence = 0.97, IsByExample = false, IsWhole = true };
        if (understood.Units.Count == 0 && HoldWords.In(plain) is { } held)
            return HeldBack(understood, held);
        if (WhatIsSent.IsMatch(plain) || AsksWhenHeardFrom(plain))
            return Asked(understood, Intent.PreviewReminders) with { IsWhole = true };
        return null;
    }

    /// <summary>A step is to be held; what else is said, why most often, names none.</summary>
    internal static Understood HeldBack(Understood understood, string order) => understood with
    {
        Intent = Intent.OrderStep, Confidence = 0.97, IsByExample = false, IsWhole = true, IsQuestion = false, EndsAsQuestion = false, StepOrder = order, When = DateWords.Find(order)?.Mention, Tasks = [], Periods = [], Days = null, LikeReport = 0,
    };

    /// <summary>有谁说任务不是自己的吗: the objections among the requests.</summary>
    internal static bool AsksWhoObjects(string plain) => WhoObjects.IsMatch(plain);

    /// <summary>any excuse from Education?: why nothing came.</summary>
    internal static bool AsksWhyNothing(string plain) => WhyNothing.IsMatch(plain) || WhyNotReported.IsMatch(plain);

    private static Regex WhyNotReported => field ??= new("为(?:啥|什么|何)(?:还|一直|都|就)*(?:没|不|未)(?:有)?(?:报|交|填)|(?<![a-z])why (?:has|have|is|are|did|does|do).{0,50}(?:not|n't|nothing|missing|late|behind|overdue)");

    /// <summary>when do I hear from you next: the asker's own digest.</summary>
    internal static bool AsksWhenHeardFrom(string plain) => WhenHeardFrom.IsMatch(plain);

    private static Regex SeesRequest => field ??= new("(?:申请|请求|异议)(?:给|让|先|,)*(?:我)?(?:先|再)?(?:看看|看一?下|看一眼|看下|瞧瞧|瞧一?下|瞅瞅|瞅一眼|过一?下目|过目|调出来|打开|念一?下|念念|是啥|是什么|怎么说的?|怎么写的?)|(?:看看|看一?下|看下|瞧瞧|瞅瞅|瞅一眼|调出|打开|念念|念一?下)[^,.]{0,14}(?:申请|请求|异议)$|(?<![a-z])(?:show|see|open|read|look at|pull up|view|have a look at)(?: me| us)? [^,.]{0,40}(?:request|application|objection)s?(?: (?:for|from|of|by) [^,.]{1,30})?[?]?$");

    private static Regex WhoObjects => field ??= new("(?:谁|哪(?:一|几)?(?:家|些|个)(?:单位)?|有(?:没有)?(?:人|单位|部门|哪家)|哪些单位)[^,.]{0,10}(?:不是|不归|不该|不属于|不应该?)[^,.]{0,8}(?:的|管|任务|活|报|做|负责)|(?:异议|不认(?:领|账)?的?)(?:有(?:哪些|没有|吗)|的有(?:谁|哪))|(?<![a-z])(?:who|any ?one|any ?body|any units?|which (?:units?|bureaus?|offices?))(?: [a-z]+){0,5} (?:not theirs|isn't theirs|aren't theirs|not their (?:own )?(?:task|job)s?|(?:a |the )?wrong unit|object(?:ed|ing|ions?|s)?|someone else's)(?![a-z])");

    private static Regex WhetherTouched => field ??= new("^(?:and |so |but |ok,? )*(?:did|has|have) (?:the )?[^,.]{2,50}? (?:touch|chang|edit|alter|amend|revis|modif|correct|updat|rewr[io]t|tweak)[a-z]* [^,.]{0,24}(?:report|it|theirs|submission|text|figures?|numbers?|anything|what they)(?: .{0,40})?[?]?$|(?:报|交|送|填)(?:完|了|上来|过)*(?:之后|以后|后)(?:又|还|再|有没有|有无|自己)*(?:动|改|修改|更正|调整)(?:过|了)?(?:没有?|吗|么|什么|报告)?[?]?$|(?:又|有没有|自己)?(?:动|改|修改|调整)过(?:报告|内容|数)?(?:没有?|吗|么)[?]?$");

    private static Regex WhyNothing => field ??= new("(?<![a-z])(?:(?:any|what|some|what's (?:the|their)|is there (?:an?|any)|did they give (?:an?|any)) (?:good )?(?:excuse|reason|explanation|justification|word|story)s?)(?![a-z])|(?:说|给|讲|有|提|交代)(?:没有|过|了|没)?(?:个|什么|啥|出)?(?:理由|原因|借口|说法|解释|交代)(?:了|过)?(?:没有?|吗|么|没)?[?]?$|(?:什么|啥)(?:理由|原因|借口|说法)[?]?$");

    private static Regex WhoIsBehind => field ??= new("(?<![a-z])(?:which|what|any|who among the|the)(?: of the)? (?:bureaus?|offices?|units?|departments?|commissions?|agencies|ones|of them)(?: (?:is|are|still|have|has|that|who|been|fallen|running))* (?:behind|late|overdue|lagging|in arrears|dragging|slipping|past due)(?![a-z])|(?:哪些?|哪几|有(?:没有)?)(?:个|家)?(?:委办局|局|委办|单位|部门|家)(?:[^,.]{0,4})(?:落后|掉队|拖着|拖后腿|没跟上|滞后|落下)");

    private static Regex PeriodsCompared => field ??= new("对比|对照|比较|比(?:一)?比|放(?:在)?一起看|(?<![a-z])(?:compar[a-z]+|side by side|versus|vs|against)(?![a-z])");

    private static Regex PublicBlame => field ??= new("通报批评|点名批评|公开(?:点名|通报|批评)|曝光(?:一下)?(?:他们|它们|没|未)?|晒(?:一晒|出来|到群里)|(?<![a-z])(?:name and shame|shame them|blame list|publicly (?:name|criticis|criticiz))");

    private static Regex PausesThem => field ??= new("(?:提醒|催办|催报|推送|消息)[^,.?]{0,6}?(?:先|都|全部?|暂时|给我)* ?(?:pause|hold|mute|stop|suspend)(?![a-z]|了?吗|了?没)|(?<![a-z])(?:pause|hold|mute|suspend)(?:一下|一停|掉|了)? ?(?:所有|全部|自动)?的?(?:提醒|催办|催报|推送)|^(?:先|那|嗯|就|ok)* ?pause ?(?:一下|一停|掉)(?:吧|先)?$");

    private static Regex ResumesThem => field ??= new("^(?=.*[\u4e00-\u9fff])[^?]{0,30}?(?<![a-z])(?:resume|unpause|restart) ?(?:一下|提醒|催办|推送|它|掉)*(?:吧|了|呗|啦)?[!]?$|^(?:ok|okay|right|done|[^,.?]{0,30} (?:is |are )?(?:done|over|finished|complete)),? (?:please |now |so |you can |let's )*(?:resume|unpause|restart)(?: (?:now|them|reminders|again|please))*$");

    private static Regex WhatIsSent => field ??= new("(?<![a-z])what (?:exactly )?(?:are|will|do) you (?:be )?(?:going to )?(?:send(?:ing)?|tell(?:ing)?|writ(?:e|ing)|push(?:ing)?)(?: out)?(?: (?:to )?(?:people|them|everyone|everybody|the (?:units|contacts|bureaus)|units|contacts|out))?(?![a-z])|(?:你|系统|机器人)?(?:今天|明天|后天|·|下周)?(?:会|要|准备|打算)(?:给)?(?:大家|各家|各单位|他们|人家)(?:都)?(?:发|推)(?:些|点)?(?:什么|啥)|^(?:今天|明天|后天)(?:还|都)?(?:会|要|得)?(?:再)?发(?:几|多少)(?:轮|次|回|条)");

    private static Regex WhenHeardFrom => field ??= new("(?<![a-z])(?:when|what day|how soon) (?:do|will|am|can|shall|should) (?:i|we) (?:hear|get (?:a |the |your |my )?(?:word|news|message|digest|summary|report|update|anything)|going to hear|expect to hear|be told|expect (?:a |the |your )?(?:digest|summary|update|word|message))|when(?:'s| is) (?:my|our) next (?:digest|summary|update|message|report)|(?:下(?:一)?次|下回|接下来)?(?:什么时候|啥时候|几号|哪天|何时)(?:会|再|还|能)*(?:给|发|向|跟)(?:给)?我(?:们)?(?:发|报|推|汇报|通报|汇总|消息|情况|看)|(?:给|发给)我的(?:汇总|情况|消息|日报)(?:下(?:一)?次)?(?:是)?(?:什么时候|啥时候|几号|哪天)");

    private static Regex WantsOpenTable => field ??= new("(?:弄|做|出|搞|拉|整|列|要|给我?|来|打)(?:我)?(?:一?[个张份])?(?:[^,.]{0,6})?(?:表|清单|台账|表格)(?![达示态现扬述明决])(?:格)?.{0,8}(?:谁|哪|欠|没交|没报|未报|缺)|(?:谁|哪家|哪些单位)(?:还)?(?:欠|差|缺|没交|没报)(?:哪|什么|啥|几)?(?:条|项|个|件)?[^,.]{0,4}[,]?(?:弄|做|出|搞|拉|整|列|打|给我)(?:我)?(?:成|一?[个张份])?[^,.]{0,6}(?:表|清单|台账)|(?<![a-z])(?:table|sheet|spreadsheet|excel)(?: file)? (?:of|with|showing|for) (?:who|what|which|all|the)[a-z ]{0,24}(?:owes?|open|missing|outstanding|not (?:in|reported))");

    private static Regex WantsFormat => field ??= new("(?:csv|excel|xlsx|word|docx|json|表格|公文)(?:版|格式|文件)*(?:的)?(?:呢|也)*(?:有(?:的|没有)?|行|可以|能|给我?|要|来|成)(?:一?[个份张])?(?:吧|吗|么|呢|不|导|出|发我)*[?]?$|(?:也|再|还)(?:给我?|来|要|出|发|导)(?:一?[个份张])?(?:csv|excel|xlsx|word|docx|json|表格|公文)|(?<![a-z])(?:is there|do you have|can i (?:have|get)|got|how about|what about) (?:it (?:as|in) )?(?:a |an |the )?(?:csv|excel|xlsx|word|docx|json)(?: (?:one|file|version|too|as well))*[?]?$");

    internal static Regex TakenBackByPlace => field ??= new("^(?:please |and |now |no,? |ok,? |actually,? |then )*(?:take back|undo|reverse|revoke|cancel|roll back) (?:the |my )?(?:very )?(?<n>first|second|third|last) (?:thing|one|act|action|step|change|of (?:them|these|those))[^,.]{0,20}$|(?:撤回|撤销|收回|撤掉|取消)(?:掉|一下)?(?:我)?(?:刚才|刚刚)?(?:做的|办的)?(?:最开始|一开始|最早|最先|第(?<n>[一二三])|头(?<n>一))(?:的)?(?:那|个|件|步|次|条)*(?:事|操作|决定)?(?:吧|了)?$|^(?:把)?(?:刚才|刚刚)?(?:最开始|一开始|最早|最先|第(?<n>[一二三])|头(?<n>一))(?:办的|做的)?(?:那)?(?:一)?(?:个|件|步|次)(?:事|操作|决定)(?:撤|收|取消|不算|作废)");

    private static Regex CanBeCalledBack => field ??= new("(?:刚|刚才|刚刚|方才|上一?|那)(?:才)?(?:发|群发)?(?:出去)?(?:的)?(?:那|这)?(?:一)?(?:条|个|封|通知|消息|群发)+(?:通知|消息)?(?:还)?(?:能|可以|能不能|可不可以|来得及)?(?:撤回|收回|追回|撤)(?:来|掉)?(?:吗|么|不|来得及吗|吧)?[?]?$|(?<![a-z])(?:can|could) (?:you|we|i|it|that)(?: still)? (?:be )?(?:recall(?:ed)?|call(?:ed)? (?:it |that |them )?back|take(?:n)? (?:it |that |them )?back|pull(?:ed)? (?:it |that |them )?back|undo(?:ne)?|unsend|unsent)(?: (?:it|that|the (?:message|notice|last one)|this))?(?![a-z])");

    private static Regex DropsWhatWasDone => field ??= new("^(?:(?:oh|no|wait|hm+|actually|sorry|ok|on second thoughts?|come to think of it)[,. ]+)+(?:scrap|drop|bin|kill|skip|leave|forget|cancel|don't send|do not send) (?:it|that|this|them)(?:[,.;] ?.{0,50})?$|^(?:哎|唉|算了|等等|想了想|还是)*[,]?(?:刚才|刚刚|刚)(?:的)?(?:那)?(?:个|条|次)?(?:催办?|提醒|通知|消息)?(?:先)?(?:别|不要|不用|甭)(?:再)?(?:发|催|敲)(?:了|出去)?(?:吧)?(?:[,.].{0,24})?$");

    private static Regex OtherOffice => field ??= new("^(?!怎么|没|不|先|要|可|能|该|谁|哪|什么|这|那|各|全|所有|几|多少|我|你|他|它|想|去|再|还|已|上|下|本|今|昨|明|最|刚|前|后|第|汇总|材料|报告|通知|提醒|文件|催|数据|表|单位|大家|别|其)(?<name>[\u4e00-\u9fff]{2,5}?)(?:那份|那家|他们那份|家那份)(?:报告|材料)?(?:都|也|现在)?(?:到|交|报|送|发|来)(?:上来|过来|来|上)?(?:了)?(?:没有?|吗|么)[?]?$");

    private static Regex TellingOffice => field ??= new("^(?:那|可是|但是?|不过|对了|,)*(?!怎么|没|不|先|要|可|能|该|谁|哪|什么|这|那|各|全|所有|委办|几|多少|我|你|他|想|去|再|还|已)(?<name>[\u4e00-\u9fff]{2,5}?(?:局|委|办|厅|院|行))(?:那边|那头)?(?:也|还|又|是不是|有没有|不是|之前|上次|好像|记得|都|不也)*(?:说|提|讲|反映|抱怨)(?:过|了|到)?");

    private static Regex HowFarIs => field ??= new("^(?:那|请问|对了|,)*(?<about>[\u4e00-\u9fffa-z0-9]{2,10}?)(?:那边|那块|这块|那个|这个|那摊|项目|的事|那事|的|那项|那条)*(?:现在|目前|如今|到底|最近)*(?:到哪(?:一?步|儿|个?阶段)?(?:了)?|进展(?:到哪|如何|怎么样|咋样)(?:了)?|(?:怎么样|咋样|咋个样|啥情况|什么情况|啥进展|什么进展)(?:了)?|弄(?:得|到)(?:怎么样|哪)(?:了)?|推到哪(?:一?步)?(?:了)?)[?]?$|^(?:and |so )?(?:how far|where|how)(?:'s| is| are| has| have) (?:the )?(?<about>[a-z][a-z -]{2,30}?)(?: (?:one|task|project|thing|work|item))?(?: (?:now|at|got|getting on|coming along|doing|going|these days))*[?]?$");

    private static Regex NoSubjectOfQuestion => field ??= new("^(?:他们|它们|这家|那家|各家|大家|各单位|全市|我们|一季度|二季度|三季度|四季度|本季度|这季度|上季度|今年|整体|总体|现在|目前|报送|完成|情况|进度|进展|今天|这事|那事|他|它|事情|人工智能|任务|任务完成|单子|计划|方案|进展情况|the|it|they|them|things|everything|everyone|that|this|we|you|all|the plan|plan)+$|收|轮|材料|报告|得$|季度|单位|[这那](?:一)?(?:个|件|项|条|块|边|头|里)|各家|没|谁|哪|几|什么|怎|为啥|那?个?(?:委|局|办)|(?:第|头)?[一二三四五六0-9](?:项|条|个)|报|催|提醒|天气|(?<![a-z])(?:quarter|q[1-4]|units?|bureaus?|reports?|reporting|i|he|she)(?![a-z])");
}
