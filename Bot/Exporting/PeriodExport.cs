using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>What a period is written out as.</summary>
public enum ExportFormat
{
    /// <summary>The summary laid out as an official document.</summary>
    Docx = 1,

    /// <summary>The table.</summary>
    Xlsx = 2,

    Csv = 3,
    Json = 4,
}

/// <summary>What the summary is laid out by.</summary>
public enum ExportOrder
{
    Unit = 1,
    Task = 2,
}

/// <summary>What the writers are given.</summary>
/// <param name="Units">How each unit stands, in the notice's order.</param>
/// <param name="Rows">In the <see cref="PeriodExport.Order"/>; each reading asks the database anew.</param>
public sealed record PeriodExport(
    Plan Plan, PlanPeriod Period, DateTimeOffset Now, Language Language, IReadOnlyList<UnitTally> Units, IAsyncEnumerable<ExportRow> Rows)
{
    /// <summary>What the reporting has cost each unit; in the notice's order.</summary>
    public IReadOnlyList<UnitBurden> Burden { get; init; } = [];

    /// <summary>By unit in the notice's order, then by task; or the other way round.</summary>
    public ExportOrder Order { get; init; } = ExportOrder.Unit;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Plan.TimeZone);
}

/// <summary>How far a file is written.</summary>
/// <param name="Done">Rows of <paramref name="All"/>.</param>
public readonly record struct ExportStand(int Done, int All);

/// <summary>Writes a period out: the same rows in every format.</summary>
public sealed class ExportPeriod(ExportQuery query, ILedgerQuery ledger, BurdenQuery burden, SaysNothing saysNothing, IOptions<ExportOptions> options)
{
    /// <summary>Rows between two messages of how far it is.</summary>
    private const int Step = 50;

    /// <param name="stream">Word and Excel need one that can be read and sought.</param>
    /// <param name="order">Of the Word document; tables and data are by unit.</param>
    /// <param name="only">These units; null for all.</param>
    /// <param name="progress">Told now and then how far it is; null where nobody waits.</param>
    /// <exception cref="UnusableTemplateException">The office's template cannot be read.</exception>
    public async Task WriteAsync(
        Plan plan, PlanPeriod period, ExportFormat format, Language language, DateTimeOffset now, Stream stream, CancellationToken cancellationToken, ExportOrder order = ExportOrder.Unit,
        IReadOnlyCollection<Guid>? only = null, IProgress<ExportStand>? progress = null)
    {
        var units = (await ledger.TallyAsync(period.Id, now, cancellationToken)).Where(unit => only is null || only.Contains(unit.UnitId)).ToList();
        var isByTask = format == ExportFormat.Docx && order == ExportOrder.Task;
        var rows = isByTask ? query.ByTaskAsync(period.Id, cancellationToken) : query.RunAsync(period.Id, now, cancellationToken);
        if (only is not null)
            rows = rows.Where(row => only.Contains(row.Owed.UnitId));
        var export = new PeriodExport(plan, period, now, language, units, progress is null ? rows : new Count(rows, units.Sum(unit => unit.Owed) * (format == ExportFormat.Xlsx ? XlsxExport.Readings : 1), progress))
        {
            Burden = [.. (await burden.RunAsync(plan.Id, period.Period, cancellationToken)).Where(one => only is null || only.Contains(one.UnitId))], Order = isByTask ? ExportOrder.Task : ExportOrder.Unit,
        };
        await (format switch
        {
            ExportFormat.Docx => DocxExport.WriteAsync(export, saysNothing, await TemplateAsync(cancellationToken), stream),
            ExportFormat.Xlsx => XlsxExport.WriteAsync(export, stream),
            ExportFormat.Csv => CsvExport.WriteAsync(export, stream),
            _ => JsonExport.WriteAsync(export, stream, cancellationToken),
        });
    }

    /// <summary>Counts through all readings of the rows, so that a file that needs two is half written after the first.</summary>
    /// <param name="all">Of all readings.</param>
    private sealed class Count(IAsyncEnumerable<ExportRow> rows, int all, IProgress<ExportStand> progress) : IAsyncEnumerable<ExportRow>
    {
        private int done;

        public async IAsyncEnumerator<ExportRow> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                yield return row;
                if (++done % Step == 0 || done == all)
                    progress.Report(new(done, all));
            }
        }
    }

    /// <returns>Null when the official form is wanted.</returns>
    private async Task<byte[]?> TemplateAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Template is not { Length: > 0 } path)
            return null;
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            if (document.MainDocumentPart?.Document.Body is not null)
                return bytes;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or OpenXmlPackageException or FormatException or InvalidDataException)
        {
            throw new UnusableTemplateException(path, unreadable);
        }
        throw new UnusableTemplateException(path, null);
    }

    /// <summary>市…的通知2020年第一季度汇总.docx: no character that a file system refuses.</summary>
    /// <param name="some">Names of the units that alone are in it; null for all.</param>
    public static string FileName(Plan plan, ReportingPeriod period, ExportFormat format, Language language, string? some = null)
    {
        var name = ExportTexts.Title(plan.Title, period, language) + (some is null ? "" : language.In($"（{some}）", $" ({some})"));
        return string.Concat(name.Select(c => "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '_' : c)) + Extension(format);
    }

    public static string Extension(ExportFormat format) => "." + format.ToString().ToLowerInvariant();

    /// <summary>Writes the summary to the disk first, for Word and Excel files are not written from front to back. The file is gone when it has been read.</summary>
    /// <returns>At its beginning.</returns>
    public async Task<Stream> ToFileAsync(Plan plan, PlanPeriod period, ExportFormat format, Language language, DateTimeOffset now, ExportOrder order, CancellationToken cancellationToken, IProgress<ExportStand>? progress = null)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"planbot-export-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await WriteAsync(plan, period, format, language, now, file, cancellationToken, order, progress: progress);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Csv => "text/csv",
        _ => "application/json",
    };
}
