using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Lists that only the office asks for, and that their structure gives away: of units, of contacts, of what is accepted, of two units side by side.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? OfOfficeLists(Understood understood)
    {
        if (understood.Plain.Length > LongestAsked)
            return null;
        // 教委和科技局谁报得多: of both.
        if (understood.Units.Count(unit => unit.One is not null) > 1 && !IsDoneToUnitsByOrder(understood) && Compares.IsMatch(understood.Plain))
            return Asked(understood, Intent.UnitStatus);
        // 教委提了什么异议: what was asked for, not what was reported.
        if (understood.Units.Count > 0 && understood.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.NotOurs or Intent.None or Intent.Problems && WhatObjected.IsMatch(understood.Plain))
            return Asked(understood, Intent.Requests);
        if (understood.Units.Count > 0 || understood.Text is not null)
            return null;
        // 谁没收到, after something was sent: of what was sent, and not of what was reported.
        if (WhoNotReached.IsMatch(understood.Plain))
            return Asked(understood, Intent.Delivered) with { Tasks = [], Refers = Reference.None, ListOf = Intent.None };
        if (HowToWords.IsMatch(understood.Plain))
            return Asked(understood, Intent.HowToDo) with { Tasks = [], IsWhole = true };
        if (ReviewWords.In(understood.Plain) is not null || StateWords.In(understood.Plain) is not null)
            return Asked(understood, Intent.WhoReported) with { Tasks = [], IsWhole = true, Periods = StateWords.IsOfLastOne(understood.Plain) ? [] : understood.Periods };
        // 今天来了几份: of the day, and not of the whole period.
        if (understood.When is not null && CameOnDay.IsMatch(understood.Plain))
            return Asked(understood, Intent.WhoReported) with { Tasks = [], IsWhole = true };
        // 各家都有啥困难: of all, whichever was spoken of.
        if (understood is { Intent: Intent.ReadReport or Intent.Fragment, Section: Data.Model.SectionKind.Problems } && AsksOfEach(understood.Plain))
            return Asked(understood, Intent.Problems) with { IsWhole = true };
        // 催了几家了今天 asks what was sent, and sends nothing.
        if (HowManyUrged.IsMatch(understood.Plain))
            return Asked(understood, Intent.SentReminders) with { Tasks = [], IsWhole = true };
        // 7月3号截止的那批，是哪个季度: of the period that is due on that day.
        if (understood.When is { Month: not null, Day: not null } && DueWords.AsksWhichPeriod(understood.Plain))
            return Asked(understood, Intent.DueDate) with { Tasks = [], IsWhole = true };
        // 延了之后几号要: the day of those that were given more time.
        if (ExtendedUntil.IsMatch(understood.Plain))
            return Asked(understood, Intent.Extended) with { Tasks = [], When = null, Days = null, IsWhole = true };
        // 五一期间发提醒吗 asks, and orders nothing.
        if (OnDaysOff.IsMatch(understood.Plain))
            return Asked(understood, Intent.HowReminded) with { Tasks = [], IsWhole = true };
        return understood.Intent is Intent.People or Intent.WhoReported or Intent.WhoMissing or Intent.WhoIsContact or Intent.UnitStatus or Intent.None or Intent.Fragment or Intent.ReadReport or Intent.AllIn && ListWords.In(understood.Plain) is not null
            ? Asked(understood, Intent.People) : null;
    }

    private const int LongestAsked = 70;

    private static bool IsDoneToUnitsByOrder(Understood understood) => understood.Intent is Intent.Urge or Intent.Extend or Intent.Return or Intent.Accept or Intent.Waive or Intent.Broadcast;

    private static Understood Asked(Understood understood, Intent intent) => understood with { Intent = intent, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };

    /// <summary>Whether a question without a unit asks whom the messages have not reached.</summary>
    internal static bool AsksWhomNotReached(string plain) => WhoNotReached.IsMatch(plain);

    private static Regex WhoNotReached => field ??= new("^(?:那|,|还|有)*(?:有)?(?:谁|哪些人?|哪几(?:家|个)|几家|哪家|多少(?:人|家))(?:个?单位)?(?:还|都)?(?:没有?|未)(?:收到|送到|送达|发到|看到)(?:的|通知|消息|短信|这条|这个)*(?:呢|吗|啊)?[?]?$|^(?:没(?:有)?|未)(?:收到|送到|送达|发到)(?:的|通知|消息)*(?:是|有)?(?:谁|哪些|哪几家|几家)[?]?$|^(?:and |so |but )*(?:who|which (?:ones|units)|anyone who|how many)(?: of them)? (?:didn't|did not|hasn't|has not|haven't|have not|never|doesn't|don't|wasn't|weren't|was not|were not|is not|isn't)(?: yet| been)* (?:get|gotten|got|received?|reached|seen?|have|delivered)(?: (?:it|that|the (?:message|notice)|this|one|mine|yet))*[?]?$");

    private static Regex Compares => field ??= new("(?:谁|哪家|哪个(?:单位)?|哪边|哪一家)(?:家)?(?:报|交|写|完成|做|进度|拖|欠|差)(?:得|的)?(?:更|比较|最)?(?:多|少|快|慢|早|晚|好|久)|比(?:一?比|较一?下|哪|谁)|对比|(?<![a-z])(?:who|which)(?: of (?:them|the two|these))?(?: one| unit)? (?:has |have |did |is |was )?(?:reported|filed|submitted|sent|done|further|ahead|behind|faster|slower|better|worse)(?: (?:in|more|less|most|first|earlier|later|faster))*(?![a-z])|(?<![a-z])compare(?![a-z])");

    /// <summary>怎么给单位延期, how do I send something back to a unit?: no unit is named, and nothing is ordered.</summary>
    private static Regex HowToWords => field ??= new("^(?:请问|那|我|想问一?下|要是|如果|想|,)*(?:怎么|怎样|如何|咋样?|要怎么|该怎么)(?:样)?(?:才能|才可以|去|能|来)?(?:(?:给|把|让|对|帮)[^,.?]{0,10}?)?(?:延期|延长|宽限|缓交|退回|打回|退|催办?|群发|发(?:个)?(?:通知|公告)|免报|免|换(?:个)?(?:联络员|联系人|人)|更换|审核|通过|邀请|暂停(?:提醒)?|恢复提醒|导出|导入|关账|关闭|改(?:提醒)?(?:节点|节奏|频率)|撤销)(?:[^,.?]{0,8})?(?:呢|啊|呀|吗)?[?]?$|^(?:那|我|如果|要是|想|要|,)*(?:给|把|让|对|帮|将)?[^,.?]{0,14}?(?:往后(?:推|延)|延期|延后|推后|宽限|缓交|退回|打回|催办?|群发|发通知|免报|换联络员|换人|审核|邀请|暂停提醒|导出|导入|关账|撤销)[^,.?]{0,6}[, ](?:请问)?(?:要|该|应该|得)?(?:怎么|怎样|如何|咋)(?:去)?(?:操作|弄|办|做|搞|处理|设置|说)(?:呢|啊)?[?]?$|^(?:and |so |ok,? )*(?:how (?:do|can|could|should|would|does one) (?:i|we|you|one)|how to|what do (?:i|we) (?:say|type|write) to|what's the way to) (?:send (?!(?:it|this|that) in)|return|reject|extend|give |grant|waive|urge|chase|nudge|remind|accept|approve|announce|broadcast|notify|message|invite|change|replace|swap|pause|stop|resume|export|download|import|close|undo|take back)");

    /// <summary>各家, everybody: whichever unit was spoken of, all are meant.</summary>
    internal static bool AsksOfEach(string plain) => OfEach.IsMatch(plain);

    private static Regex OfEach => field ??= new("各(?:家|单位|个单位|部门)|大家|每家|所有单位|全部单位|(?<![a-z])(?:everyone|everybody|all (?:the )?units|each unit)(?![a-z])");

    private static Regex CameOnDay => field ??= new("^(?!.*(?:到|截至|截止)[^,.]{0,8}(?:为止|目前|现在|今天))(?!.*(?:so far|until|up to|by now|total)).*?(?:(?:来|交|报|收)(?:上来|过来|送|到|来)?(?:了|过)?(?:几|多少)(?:份|家|项|条|个)|(?:几|多少)(?:份|家|项|条|个)(?:单位)?(?:来|交|报)(?:了|上来)|(?:有)?(?:谁|哪几?家|哪些单位)(?:来)?(?:报|交)(?:了|上来)|(?<![a-z])(?:how many|what|who|which units?|anything|anyone|any)(?: (?:reports?|units?|has|have|did|was|were))* (?:c[ao]me in|arrived?|reported|filed|submitted|received|got in)(?![a-z]))");

    private static Regex HowManyUrged => field ??= new("^(?:那|今天|今早|昨天|上午|下午|我|我们|咱们|一共|总共|到现在|已经|都)*(?:催|敲打)(?:办)?(?:了|过)(?:几|多少|哪|谁)(?:家|个|人|些|单位)*(?:了)?(?:今天|今早|昨天|一共)?(?:呢|啊)?[?]?$|^(?:so |and )*(?:how many|whom?|which units)(?: (?:units?|people|of them))* (?:did|have) (?:i|we|you) (?:urged?|chased?|nudged?|reminded?)(?: (?:today|so far|yesterday|this morning))*[?]?$");

    private static Regex ExtendedUntil => field ??= new("^(?:那|他们|它|,)*(?:延|宽限|缓)(?:期|了|长)*(?:的|之后|以后|后|过后|完)*(?:是|又|新)*(?:的)?(?:截止(?:日期)?|期限)?(?:到|是)?(?:了)?(?:几号|哪(?:一)?天|什么时候)(?:要|交|报|到期|截止)?(?:呢|了)?[?]?$");

    private static Regex OnDaysOff => field ??= new("(?:清明|五一|劳动节|端午|国庆|中秋|元旦|春节|过年|假期|放假|长假|节假日|周末|双休日|晚上|夜里|半夜|下班后?)(?:期间|的时候|时|里|当天|那几天)*(?:还|也|会|要|都)*(?:会)?(?:不会)?(?:发|推|催|提醒)(?:送|办|报)?(?:提醒|消息|通知|短信|他们|大家)*(?:吗|么|不)[?]?$|(?<![a-z])(?:do|will|are|does) (?:reminders?|you|they|the bot|it)(?: (?:go|going|be|still|also|send|sent|out|remind|urge|write|chase|them|people|units|anything|reminders?))* (?:on|at|over|during) (?:the )?(?:weekends?|holidays?|labou?r day|may day|national day|night|nights|spring festival|days off)[?]?$");

    private static Regex WhatObjected => field ??= new("说(?:是|这|那|个|项|事|任务)*(?:不归|不是|不属于|不该|不应该?)(?:由|归)?(?:他们|它们|他|自己|本单位|该单位)|(?:提|有|提出|报)(?:了|过)?(?:什么|啥|哪些|的)*(?:异议|意见|反对)|异议(?:是|写|说|内容|理由)|(?:what|why|how|did|does)(?![a-z]).{0,50}(?<![a-z])(?:object(?:ed|ion|ions)?|dispute[ds]?|contest(?:ed)?)(?![a-z])");
}
