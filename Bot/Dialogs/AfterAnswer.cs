using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Words that mean something only after the answer that was given before: why it was the 3rd, after a list that is headed by that day. Pure.</summary>
internal static partial class AfterAnswer
{
    /// <returns>Null when the words say the same after any answer.</returns>
    public static Understood? Of(Understood said, Focus before, IReadOnlyList<PlanView> plans)
    {
        // why was it the 3rd, after a list or a unit: whatever is shown is headed by its due day.
        if (IsHeadedByDay(before.Intent) && said.Plain.Length <= LongestWhy && WhyTheDay.IsMatch(said.Plain))
            return said with { Intent = Intent.DueDate, Confidence = 0.95, IsByExample = false, When = null, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // year end?, after a period: the last one of the year.
        if (plans.Count > 0 && (before.Intent == Intent.DueDate || IsHeadedByDay(before.Intent)) && DueWords.IsYearEnd(said.Plain))
            return said with { Intent = before.Intent == Intent.DueDate || AsksForDay.IsMatch(said.Plain) ? Intent.DueDate : before.Intent, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, When = null, Periods = [PeriodMention.Of(ReportingPeriod.Containing(new(plans[0].Setting.InQuestion.Year, 12, 31), plans[0].Setting.Frequency))] };
        // 有电话吗, after the office was named: the office's.
        if (before.Intent == Intent.WhoRuns && said is { Text: null, Units.Count: 0 } && ItsNumber.IsMatch(said.Plain))
            return said with { Intent = Intent.WhoRuns, Confidence = 0.97, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, LikeReport = 0, Refers = Reference.None };
        // 国庆那次呢, after a due day: the one behind that holiday.
        if (plans.Count > 0 && before.Intent is Intent.DueDate or Intent.Calendar && plans[0].Setting.Frequency == Frequency.Quarterly && AfterHoliday.Match(said.Plain) is { Success: true } holiday)
        {
            var year = plans[0].Setting.InQuestion.Year;
            var quarter = holiday.Groups["third"].Success ? 3 : holiday.Groups["first"].Success ? 1 : 4;
            return said with { Intent = Intent.DueDate, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, IsWhole = true, When = null, Periods = [PeriodMention.Of(new ReportingPeriod(year, quarter))] };
        }
        // 这个不行，分工表上有他们, after one request was told: it is declined, and why.
        if (before.Intent == Intent.Requests && said is { Request: null, EndsAsQuestion: false } && NotGranted.Match(said.Raw.Trim()) is { Success: true } declined)
            return said with { Intent = Intent.Decline, Confidence = 0.95, IsByExample = false, IsWhole = true, Tasks = [], Units = [], Reason = declined.Groups["why"].Value.Trim() is { Length: > 1 } why ? why : null };
        if (OfOffice(said, before, plans) is { } ofOffice)
            return ofOffice;
        // 不认识这个人，先不给开, after the requests were told: whoever asks to be let in is not.
        if (before.Intent == Intent.Requests && said is { Request: null, EndsAsQuestion: false } && NotLetIn.IsMatch(said.Plain))
            return said with { Intent = Intent.Decline, Confidence = 0.95, IsByExample = false, Reason = null, Tasks = [] };
        // 问过了，给他开吧, after the requests: whoever asks to be let in is.
        if (before.Intent == Intent.Requests && said is { Request: null, EndsAsQuestion: false } && LetIn.IsMatch(said.Plain))
            return said with { Intent = Intent.Grant, Confidence = 0.95, IsByExample = false, Reason = null, Tasks = [] };
        // 现在这版呢, after an earlier version: the one that counts.
        if (before is { Intent: Intent.Differences, UnitId: { } author } && CurrentVersion.IsMatch(said.Plain) && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == author) is { } writer)
            return said with { Intent = Intent.ReadReport, Confidence = 0.95, IsByExample = false, IsQuestion = true, Units = [new UnitMention([writer], writer.Name)], Tasks = before.Task is { } read ? [read] : [], Section = said.Section ?? before.Section };
        // have we received task 1 too?: of the unit that was spoken of.
        if (before.UnitId is { } id && said is { Tasks.Count: > 0, Text: null } && !Understand.IsDoneToUnits(said.Intent) && Received.IsMatch(said.Plain) && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == id) is { } its)
            return said with { Intent = Intent.UnitStatus, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, Units = [new UnitMention([its], its.Name)], Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // did theirs come back?, is it back with them now?: how the unit stands.
        if (before.UnitId is { } spokenOf && said is { Units.Count: 0, Text: null } && BackWithThem.IsMatch(said.Plain) && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == spokenOf) is { } unit)
            return said with { Intent = Intent.UnitStatus, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, Refers = Reference.None, Units = [new UnitMention([unit], unit.Name)] };
        // 原先那版成效怎么写的: of the report that was spoken of.
        if (before.UnitId is not null && said is { Units.Count: 0, Text: null } && !Understand.WantsToChange(said.Intent) && EarlierVersion.In(said.Plain) is not null)
            return said with { Intent = Intent.Differences, Confidence = 0.95, IsByExample = false, IsQuestion = true, Refers = Reference.None };
        return null;
    }

    private static Regex ItsNumber => field ??= new("^(?:那|请问|哦|好的?|,)*(?:(?:他|她|它|对方|人家)(?:们)?(?:那边)?的?|这个人的?|(?:负责人|管理员|联系人)的?)?(?:有没有|有|留)?(?:联系)?(?:电话|手机|座机|号码|联系方式|微信)(?:号码?)?(?:是)?(?:多少|几号|呢|吗|么|有没有|有吗|没有?|给我?|发我?|一下|是啥|是什么)*[?]?$|^(?:and |ok,? )?(?:what(?:'s| is) |do you have |got |is there |can i have )?(?:his|her|their|its|a|the)? ?(?:phone|mobile|telephone|contact)(?: number)?[?]?$");

    private static Regex AfterHoliday => field ??= new("^(?:那|,)*(?:(?<third>国庆|十一|中秋)|(?<first>清明)|元旦|新年|年底|年末|春节)(?:节|后|之后|以后|前后|长假|过后)*(?:的)?(?:那(?:一)?(?:次|回|期|轮|个季度|季)|要报的)(?:是)?(?:几号|哪天|什么时候)?(?:呢|啊)?[?]?$|^(?:and |so |what about )*the one (?:after|around) (?<third>national day|the october holiday|golden week)[?]?$");

    private static Regex NotGranted => field ??= new("^(?:这个|这条|这事|那个|那条|这份)?(?:申请|请求|异议)?(?:不行|不能同意|不同意|不批|不准|不予同意|驳回|不能批)(?:[,，。]\\s*(?<why>\\S.{1,200}))?[。.!！]?$|^(?:this|that|it) (?:won't do|can't be granted|is not granted|is refused|is declined)(?:[,.;:] ?(?<why>\\S.{2,200}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex AsksForDay => field ??= new("几号|哪天|什么时候|when");

    private const int LongestWhy = 40;

    private static bool IsHeadedByDay(Intent intent) => intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.UnitStatus or Intent.MyStatus or Intent.MyTasks or Intent.Brief;

    private static Regex WhyTheDay => field ??= new("^(?:那|可是?|但是?)?(?:截止(?:日期?|时间)?)?(?:为(?:什么|啥|何)|怎么|咋|凭啥)(?:会|就|又|给)*(?:是|成|定在?|到|在)*(?:了)?(?:[0-9]{1,2}月)?[0-9]{1,2}[号日](?:截止|到期|交|了|才|呢|啊|呀)*[?]?$|^(?:but |and |so )*(?:why|how come) (?:is|was|are|were)? ?(?:it|that|this|they|the (?:due date|deadline|date))?(?: (?:is|was|are|due|set|on|for))* ?(?:the |on )*(?:[0-9]{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]{1,2}(?:st|nd|rd|th)?)[?]?$");

    private static Regex NotLetIn => field ??= new("(?:先|就|暂时?|还是|都|可)?(?:不|别|甭|不要|不能)(?:要|能|给|让|准|批|予)*(?:他|她|这个?人|这位|对方|此人)?(?:开通?|绑定?|进来?|加|登记|通过|放行|注册)(?:了|吧|账号|权限)*(?:$|[,.])|(?<![a-z])(?:don't|do not|never) (?:let|give|add|open|bind|admit|connect)(?: (?:him|her|them|this (?:person|one)))?(?: (?:in|access|yet|an account))*|(?<![a-z])keep (?:him|her|them) out");

    private static Regex LetIn => field ??= new("(?<![不别甭])给(?:他|她|这个?人|这位)(?:开通?|绑定?|登记|办|放行)(?:了|吧|账号|一下)*$|(?<!don't |not )(?<![a-z])(?:let (?:him|her|them) in|give (?:him|her|them) access|bind (?:him|her))(?![a-z])");

    private static Regex CurrentVersion => field ??= new("^(?:那|,)*(?:现在|最新|目前|当前|后来|改后|改完|最后)(?:的)?(?:这|那)?(?:一)?(?:个)?版?(?:是|又)?(?:怎么(?:写|说)的?|写的?(?:是)?(?:啥|什么|多少)|呢|内容)?[?]?$|^(?:and |so )?(?:what (?:does|about) )?the (?:current|latest|newest|last|present) (?:one|version)(?: say)?[?]?$");

    private static Regex Received => field ??= new("(?:收|报|交|送|来|拿)(?:到|上来|过来|了)+(?:没有?|吗|么|没)?[?]?$|(?<![a-z])(?:receiv[a-z]*|c[ao]me? in|got|get|arrived|in yet|there yet|handed in|filed|sent|reported)(?![a-z])");

    private static Regex BackWithThem => field ??= new("^(?:so |and )?(?:is|has|did|was|are) (?:it|that|the report|theirs|they)(?: (?:been|now|gone|got|have))* (?:back|returned|sent back)(?: (?:with|to|at) (?:them|the unit))?(?: (?:now|yet|already))?[?]?$|^(?:那|现在|这份|报告)*(?:已经?)?(?:退|打|发)(?:回)?(?:去|给他们|到他们那)?(?:了)?(?:没有?|吗|么)[?]?$");
}
