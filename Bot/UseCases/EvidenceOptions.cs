using System.ComponentModel.DataAnnotations;

namespace PlanBot.UseCases;

/// <summary>Section "Evidence": files that go with reports.</summary>
public sealed class EvidenceOptions
{
    /// <summary>Folder of the files, outside anything that is served; relative to the current folder. Several nodes need one that they share.</summary>
    [Required(AllowEmptyStrings = false)] public string Folder { get; set; } = "var/evidence";

    /// <summary>Bytes of one file. The browser channel's own limit (Channels:Browser:UploadLimit) holds as well.</summary>
    [Range(1, 100 * 1024 * 1024)] public long LargestFile { get; set; } = 10 * 1024 * 1024;

    /// <summary>Files of one report.</summary>
    [Range(1, 100)] public int MostFiles { get; set; } = 20;

    /// <summary>Kinds of content that are taken: pdf, png, jpg, gif, docx, xlsx, pptx. The default is in appsettings.json.</summary>
    [MinLength(1)] public string[] Types { get; set; } = [];

    /// <summary>Program that looks at every file before it is kept, e.g. a virus scanner; its exit code 0 lets the file in. None when empty.</summary>
    public string? ScanCommand { get; set; }

    /// <summary>Its arguments; {file} stands for the file's path.</summary>
    public string[] ScanArguments { get; set; } = [];

    /// <summary>After so long the file is turned away.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
