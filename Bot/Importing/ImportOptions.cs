using System.ComponentModel.DataAnnotations;

namespace PlanBot.Importing;

/// <summary>Section "Import": the programs that turn old and printed files into ones that are read.</summary>
public sealed class ImportOptions
{
    /// <summary>LibreOffice's program (soffice), by path or name, for .doc, .wps, .xls, .et and .rtf. Looked for on the PATH when empty.</summary>
    public string? LibreOffice { get; set; }

    /// <summary>Poppler's pdftotext, by path or name, for .pdf. Looked for on the PATH when empty.</summary>
    public string? PdfToText { get; set; }

    /// <summary>After so long the program is ended and the file refused.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);
}
