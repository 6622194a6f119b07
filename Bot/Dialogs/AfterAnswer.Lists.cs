using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What the office asks on after a list or a figure: 剩下的都有谁, 一季度的对比一下, anyone else?.</summary>
internal static partial class AfterAnswer
{
    private static Understood? OfLists(Understood said, Focus before, IReadOnlyList<PlanView> plans)
    {
        if (said.Units.Any(unit => unit.One is not null) || said.Text is not null || said.Plain.Length > LongestAfterList)
            return null;
        // 剩下的都有谁, after those that have reported: the others.
        if (before.Intent == Intent.WhoReported && TheRest.IsMatch(said.Plain))
            return Asks(said, Intent.WhoMissing, before);
        // 剩下的呢，列个名字就行, after a figure: those that it leaves.
        if (before.Intent is Intent.Rate or Intent.AllIn or Intent.Brief && TheRest.IsMatch(said.Plain))
            return Asks(said, Intent.WhoMissing, before);
        // 都是按时的吗, after those that have reported: how many of them were.
        if (before.Intent == Intent.WhoReported && AllInTime.IsMatch(said.Plain))
            return Asks(said, Intent.Rate, before);
        // 发几个人, after it was told what goes out: who gets it.
        if (before.Intent == Intent.PreviewReminders && HowManyGetIt.IsMatch(said.Plain))
            return Asks(said, Intent.PreviewReminders, before) with { Plain = before.Words };
        // 晚了几天, after those that reported late: of them, and not of those that have not.
        if (before.Intent == Intent.WhoReported && HowLate.IsMatch(said.Plain))
            return Asks(said, Intent.WhoReported, before) with { Plain = $"{before.Words} 晚了几天" };
        // 写到哪了让我看看, after the drafts: what can be told of them.
        if (before.Intent == Intent.WhoReported && StateWords.In(before.Words) == ReportStage.Draft && OfDraft.IsMatch(said.Plain))
            return Asks(said, Intent.WhoReported, before) with { Plain = before.Words };
        // anyone else?, after the problems or a list: what follows.
        if (before.Intent is Intent.Problems or Intent.WhoMissing or Intent.WhoOverdue or Intent.WhoReported && AnyoneElse.IsMatch(said.Plain))
            return Asks(said, Intent.More, before);
        // 一季度的对比一下, after the second quarter's rate: both.
        if (IsHeadedByDay(before.Intent) && said.Periods is [var other] && plans.Count > 0 && Against.IsMatch(said.Plain) && new[] { plans[0].KeyOf(other), plans[0].KeyOf(before.Period) } is var keys && keys[0] != keys[1])
            return Asks(said, before.Intent is Intent.UnitStatus ? Intent.UnitStatus : Intent.Rate, before) with { Units = UnitOf(before, plans), Periods = [.. keys.Order().Select(PeriodMention.Of)] };
        // 延了之后几号要, after those who were given more time: of the unit that was told.
        return before is { Intent: Intent.Extended, UnitId: not null } && said.Intent is Intent.DueDate or Intent.Extend or Intent.None && AsksForDay.IsMatch(said.Plain)
            ? Asks(said, Intent.DueDate, before) with { Units = UnitOf(before, plans) } : null;
    }

    private const int LongestAfterList = 30;

    private static Understood Asks(Understood said, Intent intent, Focus before) => said with
    {
        Intent = intent, Confidence = 0.95, IsByExample = false, IsWhole = true, IsQuestion = true, EndsAsQuestion = true, Refers = Reference.None, Tasks = [], Periods = said.Periods.Count > 0 ? said.Periods : before.Periods,
    };

    private static Regex TheRest => field ??= new("^(?:那|,)*(?:剩下|余下|其余|其他|其它|另外|别的)的?名单(?:贴|发|给|列)?(?:给)?我?(?:[,].{0,16})?$|^(?:那|,)*(?:剩下|余下|其余|其他|其它|另外|别的)(?:的|那些|几家|单位)*(?:都|还|又)*(?:有|是)?(?:谁|哪些|哪几家|哪几个|哪家|呢)(?:单位|家)?(?:呢|啊)?(?:[,](?:把|请|给我|只)?(?:列|报|说|给)(?:个|一?下|出来?)?(?:名字|名单|单位|名称)?(?:就行|就好|即可|吧|一?下)*)?[?]?$|^(?:and |so )*(?:what about |who(?: is| are|'s)? )?(?:the )?(?:rest|others|remaining(?: ones)?)(?:[,.] ?(?:just )?(?:the )?names?(?: will do| only| please)?)?[?]?$");

    private static Regex AllInTime => field ??= new("^(?:那|他们|它们|这些|这几家|,)*(?:都|全都?|全部)(?:是|算)?(?:按时|准时|按期|没(?:有)?(?:逾期|超期|迟))(?:报|交|送|来|的|了)*(?:吗|么|吧)?[?]?$|^(?:and |so )*(?:were|are|was) (?:they|those|these|it|all of them)(?: all)?(?: reported| filed| in)? (?:in time|on time)[?]?$|^all (?:in|on) time[?]?$");

    private static Regex HowManyGetIt => field ??= new("^(?:那|会|要|一共|总共|得|,)*(?:发|推|提醒|通知)(?:给)?(?:几|多少)(?:个)?(?:人|家|条|单位)?(?:呢|啊)?[?]?$|^(?:and |so )*(?:how many|who) (?:people |units |of them )?(?:does it go to|will get it|get it|gets it|is that)[?]?$");

    private static Regex HowLate => field ??= new("^(?:那|各|都|分别|具体|他们|它们|,)*(?:晚|迟|拖|超|逾期)(?:报|交)?(?:了|过)?(?:几|多少)(?:个)?(?:工作日|天)?(?:呢|啊)?[?]?$|^(?:and |so |by )*how (?:late|many days(?: late)?)[a-z ]{0,20}[?]?$");

    private static Regex OfDraft => field ??= new("写到哪|(?:看看|看一?下|念|内容|写了(?:些)?(?:什么|啥))|(?:那|这)?算(?:是|不算)?(?:报|交)|(?<![a-z])(?:does (?:that|it) count|what (?:does|do) (?:it|they) say|show (?:me|it)|how far)(?![a-z])");

    private static Regex AnyoneElse => field ??= new("^(?:and |so )*(?:is there |are there )?(?:any(?:one|body|thing)?|any others?|who) (?:else|more|other(?:s| units?)?)[?]?$|^(?:那|,)*还有(?:别的|其他|其它)?(?:谁|哪家|单位|的|人)?(?:吗|没有?|么|呢)?[?]?$");

    private static Regex Against => field ??= new("对比|比(?:一)?(?:比|下)|相比|比较|(?<![a-z])(?:compar[a-z]+|versus|vs|against)(?![a-z])");
}
