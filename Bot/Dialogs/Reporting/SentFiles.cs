using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What to do with the files of a turn.</summary>
/// <param name="Report">The report that one of them holds; null when none does.</param>
/// <param name="Evidence">Those that are to be kept as they are.</param>
/// <param name="Problems">One clear sentence for each that can be neither.</param>
public sealed record SentFile(ReportRequest? Report, IReadOnlyList<FileContent> Evidence, IReadOnlyList<Reply> Problems);

/// <summary>Looks into files that a contact sends: a report is read, anything else is evidence.</summary>
public sealed class SentFiles(ReportCards cards)
{
    public async Task<SentFile> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = SectionWords.For(turn.Plans.Count > 0 ? turn.Plans[0].Plan.Reporting.Sections : []);
        var isEvidence = Evidence.IsMatch(turn.Said.Raw);
        ReportRequest? report = null;
        var (evidence, problems) = (new List<FileContent>(), new List<Reply>());
        foreach (var file in turn.Files)
        {
            switch (FormFiles.Read(file))
            {
                case DocumentText.Read read when !isEvidence && report is null && await ReportInAsync(turn, file.Name, read.Text, words, cancellationToken) is { } found:
                    if (found.Request is { } request)
                        report = request;
                    else
                        problems.Add(found.Problem!);
                    break;
                // A picture or a scan is nothing to read, and just what evidence is.
                case DocumentText.Read or DocumentText.Refused { Reason: DocumentRefusal.Foreign }:
                    evidence.Add(file);
                    break;
                case DocumentText.Refused refused:
                    problems.Add(FormFileTexts.Unreadable(file.Name, ProblemOf(refused.Reason), turn.Language));
                    break;
            }
        }
        return new(report, evidence, problems);
    }

    /// <returns>Null when the file is no report at all.</returns>
    private async Task<(ReportRequest? Request, Reply? Problem)?> ReportInAsync(Turn turn, string name, string text, SectionWords words, CancellationToken cancellationToken)
    {
        var isTable = ReportTable.Read(text, LabelScan.Fold(text), words) is not null;
        var said = isTable ? text : ReportTable.Unfold(text);
        if (FormCode.Find(text) is null)
            return ReportText.Parse(said, words, openTasks: 0).HasLabels ? (new ReportRequest(ReportRequestKind.Text, said, File: name), null) : null;
        if (!isTable)
            return (null, FormFileTexts.NothingInIt(name, turn.Language));
        foreach (var line in text.Split('\n'))
        {
            if (FormCode.Find(line) is { } code && await cards.RequestOfAsync(turn.Asker, code.ObligationId, cancellationToken) is { } request)
                return (request with { Kind = ReportRequestKind.Text, Said = said, File = name }, null);
        }
        return (null, FormFileTexts.NotYours(name, turn.Language));
    }

    private static FileProblem ProblemOf(DocumentRefusal reason) => reason switch
    {
        DocumentRefusal.Foreign => FileProblem.Foreign,
        DocumentRefusal.OldOrLocked => FileProblem.OldOrLocked,
        DocumentRefusal.Macros => FileProblem.Macros,
        DocumentRefusal.TooLarge => FileProblem.TooLarge,
        DocumentRefusal.Empty => FileProblem.Empty,
        _ => FileProblem.Damaged,
    };

    private static Regex Evidence => field ??= new("佐证|证明材料|附件|支撑材料|evidence|attachment|proof|supporting", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
