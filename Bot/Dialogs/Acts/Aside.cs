using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>A remark at a preview that is no wish, no question and no answer: 数据不全, figures missing.</summary>
internal static class Aside
{
    /// <summary>Longer than a reason is.</summary>
    private const int Longest = 200;

    /// <returns>The remark as typed, without 是因为 and the like; null when the words are something else.</returns>
    public static string? Of(Turn turn)
    {
        var said = turn.Said;
        if (said.EndsAsQuestion || said.IsQuestion || said.Units.Count > 0 || said.Tasks.Count > 0 || (said.Intent != Intent.None && said.IsSure(0.6) && !said.IsByExample && !TellsOfLack(said) && !(Domain.Permissions.ReportsFor(turn.Asker.Person).Any() && Answers.Answerer.IsQuestion(said.Intent) && said.Intent != Intent.NotNow)))
            return null;
        var remark = Cue.Replace(said.Raw.Trim(), "").Trim(' ', '，', ',', '。', '.', '：', ':', '“', '”', '"');
        var letters = remark.Count(char.IsLetter);
        return letters < (remark.Any(c => c is >= '\u4e00' and <= '\u9fff') ? 3 : 6) || remark.Length > Longest || !IsWords(remark) ? null : remark;
    }

    /// <summary>缺数据, figures missing: what reads like a question about the period is a reason where a decision is open.</summary>
    public static bool TellsOfLack(Understood said) => said is { IsQuestion: false, EndsAsQuestion: false, Units.Count: 0, Intent: Intent.WhoMissing or Intent.Rate or Intent.WhoReported or Intent.Problems }
        && said.Evidence.All(evidence => evidence.Idea is not ("Who" or "Read" or "HowMany" or "@Period" or "Urge")) && (said.Evidence.Any(evidence => evidence.Idea == "NotReported") || Lacking.IsMatch(said.Plain)) && !OfUnits.IsMatch(said.Plain);

    /// <summary>no figures at all, 没有数字.</summary>
    private static Regex Lacking => field ??= new("^(?:there (?:are|is|were) |it has |with )?(?:no|not (?:a|any|enough|one)|without|hardly any|too (?:few|little)) (?!reports?|replies|answers?|one)[a-z]|^(?:通篇|全篇|里面|内容|都|也|就)*(?:没有?|缺少?|缺乏|少了)(?:具体|任何|一个|写|什么)*(?:的)?(?:数字|数据|数|量化|例子|措施|时间|名单|附件|材料)");

    /// <summary>Several words, or Chinese: one row of letters says nothing.</summary>
    private static bool IsWords(string remark) => remark.Any(c => c is >= '\u4e00' and <= '\u9fff') || remark.Contains(' ', StringComparison.Ordinal);

    public static string Joined(string? before, string remark) => before is { Length: > 0 } && !before.Contains(remark, StringComparison.Ordinal) ? $"{before}；{remark}" : remark;

    private static Regex OfUnits => field ??= new("单位|部门|units?|offices|^(?:没报|未报|没交|未交)(?:的)?$|who");

    private static Regex Cue => field ??= new("^(?:(?:确认|好的?|可以|行|主要|就|那)[，,]?)?(?:是因为|因为|(?:原因|理由)(?:就|是|为|写|填|记)*|说明[：:]?|备注[：:]?|it's because|because|reason:?|note:?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
