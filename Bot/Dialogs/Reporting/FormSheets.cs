using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>发我一份Word表: the form of a unit as a file, filled in as far as known.</summary>
public static class FormSheets
{
    /// <returns>Null when the words ask for no file.</returns>
    public static FormFormat? FormatOf(string said)
    {
        var plain = Spelling.Plain(said);
        if (Understand.WantsFormAsFile(plain))
            return Excel.IsMatch(plain) && !Word.IsMatch(plain) ? FormFormat.Excel : FormFormat.Word;
        if (plain.Length > 40 || !Form.IsMatch(plain))
            return null;
        return Word.IsMatch(plain) ? FormFormat.Word : Excel.IsMatch(plain) ? FormFormat.Excel : null;
    }

    public static Reply For(ReportForm form, FormFormat format, Language language)
    {
        var title = FormFileTexts.Title(form.UnitName, form.Key, language);
        var sheet = new FormSheet(
            title, FormFileTexts.Hint(language), [FormFileTexts.TaskColumn(language), .. form.Sections.Select(section => ReportTexts.SectionName(section, language))],
            [.. form.Tasks.Select(task => new FormSheetRow(
                TaskNames.Ordinal(task.Ordinal, language) + language.In("：", ": ") + (task.Text ?? task.Name).Trim(), [.. form.Sections.Select(section => task.Known.GetValueOrDefault(section.Ordinal, ""))],
                new(task.ObligationId, task.Version)))]);
        var file = FormFiles.Write(sheet, format);
        return FormFileTexts.Sent(file.Name, form.Tasks.Count, language) with { File = new(file.Name, file.ContentType, file.Content) };
    }

    private static Regex Form => field ??= new("表|模板|填报|form|template|sheet|(?:发|给|要|来)(?:我|一|个|份)|^(?:word|excel)$");

    private static Regex Word => field ??= new("word|docx?(?![a-z])|wps文字|文档");

    private static Regex Excel => field ??= new("excel|xlsx?(?![a-z])|wps表格|电子表格|spreadsheet");
}
