using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Exporting;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>导出一季度汇总: the period as a file, in the format asked for.</summary>
public sealed class ExportAnswers(ExportPeriod export, ILedgerQuery ledger)
{
    /// <summary>Rows of a file that is handed over in a conversation; more are written by the command.</summary>
    private const int MostRows = 5000;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, format, written) = (question.Language, FormatOf(question.Focus.Words), WrittenIn(question.Focus.Words) ?? question.Language);
        var opened = question.Plans.Where(view => view.Find(view.KeyOf(question.Focus.Period)) is not null).ToList();
        if (opened is not [var view])
            return opened.Count == 0
                ? new(PeriodTexts.NotOpen(question.Plans[0].KeyOf(question.Focus.Period), due: null, language))
                : ExportTexts.WhichPlan([.. opened.Select(one => one.Plan.Title)], opened[0].KeyOf(question.Focus.Period), language);
        var period = view.Find(view.KeyOf(question.Focus.Period))!;
        var rows = (await ledger.TallyAsync(period.Id, view.Now, cancellationToken)).Sum(unit => unit.Owed);
        if (rows > MostRows)
            return new(ExportTexts.TooLong(view.Plan.Title, period.Period, ExportPeriod.Extension(format), language));
        using var file = new MemoryStream();
        try
        {
            await export.WriteAsync(view.Plan, period, format, written, view.Now, file, cancellationToken, ByTask.IsMatch(question.Said.Plain) ? ExportOrder.Task : ExportOrder.Unit);
        }
        catch (UnusableTemplateException unusable)
        {
            return new(ExportTexts.BadTemplate(unusable.Path, language));
        }
        return new((IsOfSome(question) ? ExportTexts.NotOfSome(language) + "\n" : "") + (IsOfOpen.IsMatch(question.Said.Plain) && format is ExportFormat.Xlsx or ExportFormat.Csv ? ExportTexts.OpenOnes(await OpenAsync(period, view, cancellationToken), rows, language) + "\n" : "") + (OnlyProblems.IsMatch(question.Said.Plain) ? ExportTexts.NoProblemsApart(language) + "\n" : "") + ExportTexts.HandedOver(view.Plan.Title, period.Period, rows, language))
        {
            File = new(ExportPeriod.FileName(view.Plan, period.Period, format, written), ExportPeriod.ContentType(format), file.ToArray()),
            Buttons = [.. Enum.GetValues<ExportFormat>().Where(other => other != format).Select(other => ExportTexts.In(period.Period, other.ToString(), language)), Buttons.WhoHasNotReported(language)],
        };
    }

    /// <summary>只要金融口三家的: the file is of the whole period, which is said and never passed over.</summary>
    private static bool IsOfSome(Question question) => question.Said.Units.Count > 0 || Some.IsMatch(question.Said.Plain);

    private async Task<int> OpenAsync(Data.Model.PlanPeriod period, PlanView view, CancellationToken cancellationToken) => (await ledger.TallyAsync(period.Id, view.Now, cancellationToken)).Sum(unit => unit.Open);

    private static Regex Some => field ??= new("(?:只|光|仅|单独)(?:要|导|出|给|看|列).{0,10}(?:家|局|委|办|口|单位)|[两二三四五六七八九][家个](?:单位)?的|(?<![a-z])(?:only|just) (?:the |for )?(?!q[1-4])[a-z ]{0,20}(?:units?|bureaus?|offices?|ones|commissions?)(?![a-z])");

    private static Regex IsOfOpen => field ??= new("欠|没交|没报|未报|差哪|缺哪|(?<![a-z])(?:owes?|open|missing|outstanding|not reported)(?![a-z])");

    /// <summary>The summary is a document; a table is asked for by its name.</summary>
    private static ExportFormat FormatOf(string words) =>
        Csv.IsMatch(words) ? ExportFormat.Csv : Json.IsMatch(words) ? ExportFormat.Json : Xlsx.IsMatch(words) ? ExportFormat.Xlsx : ExportFormat.Docx;

    /// <summary>导出csv英文版: the language of the file, where it is not that of the conversation; null when none is named.</summary>
    private static Language? WrittenIn(string words) => English.IsMatch(words) ? Language.English : Chinese.IsMatch(words) ? Language.Chinese : null;

    /// <summary>导出问题清单: there is no such file, and the whole one is handed over with a word about it.</summary>
    private static Regex OnlyProblems => field ??= new("问题(?:的)?(?:清单|列表|汇总|台账|表|部分|栏)|(?:只|光|仅|单独).{0,8}(?:问题|困难)|(?<![a-z])(?:problems?|issues?|difficulties)(?: only| list)?(?![a-z])");

    /// <summary>按任务导出, by task.</summary>
    private static Regex ByTask => field ??= new("(?:按|分)(?:每)?(?:项|个)?(?:任务|事项)|(?<![a-z])by tasks?(?![a-z])");

    private static Regex English => field ??= new("英文|英语|english");

    private static Regex Chinese => field ??= new("中文|汉语|chinese");

    private static Regex Csv => field ??= new("(?<![a-z])csv");

    private static Regex Json => field ??= new("(?<![a-z])json");

    private static Regex Xlsx => field ??= new("excel|xlsx?|表格|电子表|汇总表|台账|spreadsheet|table|sheet|(?:[个张份]|弄|做|列|拉|出)表(?![达示态现扬述明决])|清单");
}
