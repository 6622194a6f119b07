using PlanBot.Domain;
using PlanBot.Exporting;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>A file as it goes to a person or comes from one.</summary>
/// <param name="Name">With its ending, without any folder.</param>
public sealed record FileContent(string Name, string ContentType, byte[] Content);

public enum FormFormat
{
    Word = 1,
    Excel = 2,
}

/// <summary>Forms on their way out, and what comes back.</summary>
public static class FormFiles
{
    public static FileContent Write(FormSheet sheet, FormFormat format) => format == FormFormat.Word
        ? new($"{FileNames.Safe(sheet.Title)}.docx", WordForm.ContentType, WordForm.Write(sheet))
        : new($"{FileNames.Safe(sheet.Title)}.xlsx", ExcelForm.ContentType, ExcelForm.Write(sheet));

    public static DocumentText Read(FileContent file) => DocumentReader.Read(file.Content, file.Name);
}
