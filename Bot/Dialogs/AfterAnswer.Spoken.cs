using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>The office's words that are short for a question or an order about what was just spoken of: 还是他们报，回一下; 卡在哪; before / after; csv也有吧.</summary>
internal static partial class AfterAnswer
{
    private static Understood? OfOffice(Understood said, Focus before, IReadOnlyList<PlanView> plans)
    {
        // 先别发, after it was told what goes out: of the step that was asked about.
        if (before.Intent == Intent.PreviewReminders && said.Intent is Intent.OrderStep or Intent.Undo && (said.StepOrder ?? HoldWords.In(said.Plain)) is { } held)
            return Understand.HeldBack(said, held == HoldWords.NextStep && StepWords.Find(before.Words) is { NamesStep: true, IsNext: false } ? $"先别发下一次 {before.Words}" : held);
        if (OfLists(said, before, plans) is { } ofLists)
            return ofLists;
        // 文件没改，还是他们报，回一下, after the objections: it is declined, and why.
        if (before.Intent == Intent.Requests && said is { Request: null, EndsAsQuestion: false } && StaysTheirs.IsMatch(said.Plain))
            return said with { Intent = Intent.Decline, Confidence = 0.95, IsByExample = false, IsWhole = true, Text = null, Reason = Answering.Replace(said.Raw.Trim(), "").Trim(' ', ',', '，', '。', '.'), Tasks = [], Units = UnitOf(before, plans) };
        // 是不是系统坏了, after figures: they are told again, with what they rest on.
        if (IsHeadedByDay(before.Intent) && said.Units.Count == 0 && PeriodAnswers.DoubtsFigures(said.Plain))
            return said with { Intent = Intent.Rate, Confidence = 0.95, IsByExample = false, IsWhole = true, IsQuestion = true, EndsAsQuestion = true, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        if (before.UnitId is null || said.Units.Count > 0 || said.Text is not null || Understand.WantsToChange(said.Intent) && said.Intent != Intent.Broadcast && !MoreTime.IsMatch(said.Plain))
            return null;
        // and the other one gets till the 15th.
        if ((said.When is not null || said.Days is not null) && MoreTime.IsMatch(said.Plain) && before.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.Extend or Intent.Waive or Intent.Return)
            return said with { Intent = Intent.Extend, Confidence = 0.95, IsByExample = false, IsWhole = true, Units = UnitOf(before, plans), Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // 交的那个卡在哪: what the unit gave as its problems.
        if (HeldUp.IsMatch(said.Plain) && !Understand.AsksOfEach(said.Plain))
            return said with { Intent = Intent.ReadReport, Confidence = 0.95, IsByExample = false, IsWhole = true, IsQuestion = true, EndsAsQuestion = true, Section = SectionKind.Problems, Units = UnitOf(before, plans), Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // and now? show me before / after.
        if (BeforeAndAfter.IsMatch(said.Plain))
            return said with { Intent = Intent.Differences, Confidence = 0.95, IsByExample = false, IsWhole = true, IsQuestion = true, EndsAsQuestion = true, Refers = Reference.None, Units = UnitOf(before, plans), Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // 是实打实的还是应付的: what was filed, and whether it says anything.
        return UnitAnswers.AsksWhetherReal(said.Plain)
            ? said with { Intent = Intent.UnitStatus, Confidence = 0.95, IsByExample = false, IsWhole = true, IsQuestion = true, EndsAsQuestion = true, Units = UnitOf(before, plans), Periods = said.Periods.Count > 0 ? said.Periods : before.Periods } : null;
    }

    /// <summary>只要金融口三家的行不, after a file: of it, whatever units are named.</summary>
    public static Understood? OfFile(Understood said, Focus before) =>
        before.Intent == Intent.Export && OnlySome.IsMatch(said.Plain) && said is { Text: null, Intent: Intent.UnitStatus or Intent.None or Intent.Fragment or Intent.Export or Intent.ReadReport or Intent.People or Intent.WhoIsContact }
            ? said with { Intent = Intent.Export, Confidence = 0.95, IsByExample = false, IsWhole = true } : null;

    /// <summary>show me before / after: of the report that was spoken of, be it an hour ago.</summary>
    public static bool AsksForBothVersions(Understood said) => BeforeAndAfter.IsMatch(said.Plain);

    private static IReadOnlyList<UnitMention> UnitOf(Focus before, IReadOnlyList<PlanView> plans) =>
        plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == before.UnitId) is { } its ? [new UnitMention([its], its.Name)] : [];

    private static Regex StaysTheirs => field ??= new("(?:还|仍|依旧|照旧|继续|应该?)(?:是|得|要)?(?:得|要)?(?:归|由|让|该)?(?:他们|它们|他|人家|·|该单位|这家|那家|原单位)(?:自己|自个)?(?:来|继续)?(?:报|管|负责|做|牵头|承担|的)|(?:不|没)(?:改|变|调整|动)[^,.]{0,8}[,.][^,.]{0,4}(?:他们|·)[^,.]{0,4}报|(?<![a-z])(?:(?:stays?|remains?|is still|it's still|still) (?:theirs|with them|their (?:job|task)|their responsibility)|belongs? to them)|they (?:still )?(?:have to|must|should|are to|need to) (?:keep )?report|(?:keep|leave) it (?:with|on) them");

    private static Regex Answering => field ??= new("[,，。.;；\\s]*(?:麻烦|请|帮我|你|就|给)*(?:回|回复|答复|告诉|转告|说)(?:一下|一声|他们|它们|对方|下)+(?:吧)?[。.!！]?$|[,.;\\s]*(?:please )?(?:tell them(?: so)?|let them know|reply to them|answer them)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex OnlySome => field ??= new("(?:只|光|仅|单独|单)(?:要|导|出|给|看|列)|(?:能|可以)(?:不能|不可以)?(?:只|单)|(?<![a-z])(?:only|just) (?:the |for )?(?!q[1-4])[a-z]");

    private static Regex MoreTime => field ??= new("(?:给|延|宽限?|放|推)(?:他们|它)?(?:到|至|成)|(?<![a-z])(?:gets?|has|have|can have|may have|give (?:it|them)|let (?:it|them) have) (?:it )?(?:till|until|to|up to|by) ");

    private static Regex HeldUp => field ??= new("(?:卡|堵|难|绊|耽误|拖|停)(?:住|着)?(?:在|到)?(?:了)?(?:哪|什么|啥)(?:儿|里|一步|上|了|个环节|地方)*(?:呢)?[?]?$|(?:是|有)(?:什么|啥|哪些)(?:困难|难处|障碍|卡点)(?:呢)?[?]?$|(?<![a-z])(?:what(?:'s| is| was) (?:holding|blocking|stopping|slowing|keeping) (?:it|them|that one|the .{1,20})|where (?:is|are|does) (?:it|they|that one) (?:stuck|stuck at|stick)|what (?:is|are|was|were) (?:the|their) (?:snag|hitch|hold-?up|obstacle|blocker)s?)");

    private static Regex BeforeAndAfter => field ??= new("(?<![a-z])(?:before|old|first|earlier)(?: (?:one|version))? ?(?:/|and|&|vs\\.?|versus|against|->|then) ?(?:the )?(?:after|new|now|second|later|current)|(?:改|修改)?前后(?:对比|对照|比较|看看|两版|的|给我|有什么|$)|改前改后|(?:原来|之前)(?:的)?(?:和|跟|与)(?:现在|改后|后来)");
}
