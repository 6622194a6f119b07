using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>The document that <see cref="ExportOptions.Template"/> names cannot be read, or is none. A file that the office must mend; nothing was written.</summary>
public sealed class UnusableTemplateException(string path, Exception? inner) : Exception(ExportTexts.BadTemplate(path), inner)
{
    public string Path => path;
}
