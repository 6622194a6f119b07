namespace PlanBot.Exporting;

/// <summary>Section "Export": the documents that summaries are written as.</summary>
public sealed class ExportOptions
{
    /// <summary>An office's own .docx, relative to the current folder: its styles, heads, feet and page are taken, and the summary stands where a paragraph says <c>{{summary}}</c>, else at
    /// the end. The form of GB/T 9704 when empty.</summary>
    public string? Template { get; set; }
}
