using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Exporting;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>导出一季度汇总: the period in the format asked for.</summary>
public sealed partial class ExportAnswers(ExportPeriod export)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var format = FormatOf(question.Focus.Words);
        var opened = question.Plans.Select(view => (View: view, Period: view.Find(view.KeyOf(question.Focus.Period)))).Where(one => one.Period is not null).ToList();
        if (opened.Count == 0)
            return new(PeriodTexts.NotOpen(question.Plans[0].KeyOf(question.Focus.Period), due: null, language));
        var texts = new List<string>();
        foreach (var (view, period) in opened)
        {
            using var table = new MemoryStream();
            await export.WriteAsync(view.Plan, period!, ExportFormat.Csv, language, view.Now, table, cancellationToken);
            texts.Add(ExportTexts.InChat(view.Plan.Title, period!.Period, Encoding.UTF8.GetString(table.ToArray()).TrimStart('\ufeff'), ExportPeriod.Extension(format), language));
        }
        return new(string.Join("\n\n", texts)) { Buttons = [Buttons.Rate(language), Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>The summary is a document; a table is asked for by its name.</summary>
    private static ExportFormat FormatOf(string words) =>
        Csv().IsMatch(words) ? ExportFormat.Csv : Json().IsMatch(words) ? ExportFormat.Json : Xlsx().IsMatch(words) ? ExportFormat.Xlsx : ExportFormat.Docx;

    [GeneratedRegex("(?<![a-z])csv")]
    private static partial Regex Csv();

    [GeneratedRegex("(?<![a-z])json")]
    private static partial Regex Json();

    [GeneratedRegex("excel|xlsx?|表格|电子表|汇总表|台账|spreadsheet|table|sheet")]
    private static partial Regex Xlsx();
}
