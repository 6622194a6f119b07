using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using PlanBot.Importing;

namespace PlanBot.Bench.Importing;

/// <summary>Reading a notice of 1,000 to 100,000 tasks against opening the same file with the library that knows its format, each in a process of its own: seconds of processor time, and peak memory.</summary>
internal static class NoticeSpeed
{
    private static readonly string[] Formats = ["docx", "xlsx", "html", "txt"];
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        Console.WriteLine("format   tasks   library: s  MB     planbot: s  MB   times");
        foreach (var format in Formats)
            foreach (var tasks in Sizes)
            {
                var path = NoticeFiles.Write(folder, format, tasks);
                var (library, planbot) = (await MeasureAsync("notice-library", path), await MeasureAsync("notice-planbot", path));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{format,-6} {tasks,8:N0} {library.Seconds,11:0.00} {library.Megabytes,5:N0} {planbot.Seconds,13:0.00} {planbot.Megabytes,5:N0} {planbot.Seconds / library.Seconds,7:0.0}"));
            }
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    public static int ReadWithPlanBot(string path)
    {
        var tasks = NoticeReader.Read(File.ReadAllBytes(path), Path.GetFileName(path)).Notice!.Tasks.Count;
        return Print(tasks);
    }

    /// <summary>The whole document as the library gives it, and every cell's text once.</summary>
    public static int ReadWithLibrary(string path)
    {
        var characters = 0;
        if (path.EndsWith(".docx", StringComparison.Ordinal))
        {
            using var document = WordprocessingDocument.Open(path, false);
            characters = document.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Sum(cell => cell.InnerText.Length);
        }
        else if (path.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var document = SpreadsheetDocument.Open(path, false);
            characters = document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Sum(cell => cell.InnerText.Length);
        }
        else if (path.EndsWith(".html", StringComparison.Ordinal))
            characters = new HtmlParser().ParseDocument(File.ReadAllText(path)).QuerySelectorAll("td").Sum(cell => cell.TextContent.Length);
        else
            characters = File.ReadAllText(path).Split('\n').Sum(line => line.Split('|').Sum(cell => cell.Trim().Length));
        return Print(characters);
    }

    private static int Print(int found)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} {process.TotalProcessorTime.TotalSeconds} {process.PeakWorkingSet64 / 1024.0 / 1024.0}"));
        return 0;
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(string part, string path)
    {
        var command = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        command.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bench.dll"));
        command.ArgumentList.Add(part);
        command.ArgumentList.Add(path);
        using var process = Process.Start(command)!;
        var values = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return (double.Parse(values[1], CultureInfo.InvariantCulture), double.Parse(values[2], CultureInfo.InvariantCulture));
    }
}
