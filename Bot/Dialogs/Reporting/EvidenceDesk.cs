using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;
using Evidence = PlanBot.Data.Model.Evidence;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Files that were kept and wait for the task that they go with. Saved as JSON with the conversation.</summary>
public sealed record WaitingFiles(IReadOnlyList<StoredFile> Files, string UnitName, IReadOnlyList<FormTask> Tasks);

/// <summary>Takes evidence in, and hands it out to those who may see the unit.</summary>
public sealed class EvidenceDesk(
    EvidenceStore store, AddEvidence add, ReportDesk desk, IEvidenceRepository evidence, ILedgerQuery ledger, IOptions<EvidenceOptions> options)
{
    /// <param name="open">The report that is being written, if one is: then it is clear what the files go with.</param>
    /// <returns>What to say, and the files that wait for their task.</returns>
    public async Task<(Reply? Say, WaitingFiles? Waiting)> TakeAsync(Turn turn, IReadOnlyList<FileContent> files, ReportForm? open, CancellationToken cancellationToken)
    {
        var (kept, problems) = (new List<StoredFile>(), new List<string>());
        foreach (var file in files)
        {
            var (stored, refusal) = await store.KeepAsync(file, cancellationToken);
            if (stored is not null)
                kept.Add(stored);
            else
                problems.Add(EvidenceTexts.Refused(file.Name, (EvidenceProblem)refusal!.Value, options.Value.LargestFile, options.Value.Types, turn.Language));
        }
        var told = problems.Count == 0 ? null : new Reply(string.Join('\n', problems));
        if (kept.Count == 0)
            return (told, null);
        var form = open;
        if (form is null)
        {
            var (talk, refusal) = await desk.OpenAsync(turn.Asker, new(ReportRequestKind.Start, turn.Said.Raw, PeriodIsChosen: true), turn.Plans, cancellationToken);
            form = talk?.Form;
            if (form is null)
            {
                await add.ForgetAsync(kept, cancellationToken);
                return (refusal ?? EvidenceTexts.NotYours(turn.Language), null);
            }
        }
        var named = turn.Said.Tasks.Count > 0 ? TaskChoice.Read(turn.Said.Raw, form.Tasks) : open?.Parts.SelectMany(part => part.Ordinals).ToList() ?? [];
        if (named.Count == 0 && form.Tasks.Count > 1)
            return (told, new(kept, form.UnitName, form.Tasks));
        var reply = await PlaceAsync(turn, new(kept, form.UnitName, form.Tasks), named.Count > 0 ? named : [form.Tasks[0].Ordinal], cancellationToken);
        return (told is null ? reply : reply with { Text = $"{reply.Text}\n{told.Text}" }, null);
    }

    public async Task<Reply> PlaceAsync(Turn turn, WaitingFiles waiting, IReadOnlyList<int> ordinals, CancellationToken cancellationToken)
    {
        var ids = waiting.Tasks.Where(task => ordinals.Contains(task.Ordinal)).Select(task => task.ObligationId).ToList();
        var added = await add.RunAsync(ids, waiting.Files, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        if (added != EvidenceAdded.Added)
            await add.ForgetAsync(waiting.Files, cancellationToken);
        return added switch
        {
            EvidenceAdded.Added => EvidenceTexts.Added([.. waiting.Files.Select(file => file.Name)], ordinals, turn.Language),
            EvidenceAdded.TooMany => EvidenceTexts.TooMany(options.Value.MostFiles, turn.Language),
            _ => EvidenceTexts.NotYours(turn.Language),
        };
    }

    public Task ForgetAsync(WaitingFiles waiting, CancellationToken cancellationToken) => add.ForgetAsync(waiting.Files, cancellationToken);

    /// <summary>看看附件, 下载教委附件2.</summary>
    public static bool IsAsked(Understood said) => said.Plain.Length is > 0 and <= 40 && Asked.IsMatch(said.Plain);

    /// <summary>The same in so few words that it is no answer to anything else: 已列入附件 tells, 看看附件 asks.</summary>
    public static bool IsAskedAtOnce(Understood said) => IsAsked(said) && AtOnce.IsMatch(said.Plain);

    /// <summary>The list of a unit's files, or one of them. Another unit's are as unknown to a contact as all else of it.</summary>
    public async Task<Reply> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var own = turn.Asker.Person.Contacts.Select(contact => contact.UnitId).ToList();
        if (turn.Said.Unit is null && own.Count > 1)
            return await OfSeveralAsync(turn, own, cancellationToken);
        var unitId = turn.Said.Unit is { } unit ? unit.One?.Id : own.Count > 0 ? own[0] : null;
        return unitId is { } id && turn.Asker.Sees(Ability.SeeUnit, id)
            ? await OfUnitAsync(turn, id, cancellationToken)
            : turn.Asker.Sees(Ability.SeeOverview) ? UnitTexts.Unknown(turn.Said.Unit?.Words ?? "", turn.Language) : CommonTexts.OwnUnitsOnly(turn.Language);
    }

    /// <summary>The lists of all units of a contact; a number alone could be any unit's, so the buttons name them.</summary>
    private async Task<Reply> OfSeveralAsync(Turn turn, List<Guid> own, CancellationToken cancellationToken)
    {
        var having = new List<Guid>();
        foreach (var unit in own.Where(unit => turn.Asker.Sees(Ability.SeeUnit, unit)))
        {
            if ((await FilesAsync(turn, unit, cancellationToken)).Count > 0)
                having.Add(unit);
        }
        if (having.Count <= 1)
            return await OfUnitAsync(turn, having.Count == 1 ? having[0] : own[0], cancellationToken);
        var lists = new List<Reply>();
        foreach (var unit in having)
            lists.Add(EvidenceTexts.List(NameOf(turn, unit), await FilesAsync(turn, unit, cancellationToken), turn.Language));
        return new(string.Join("\n\n", lists.Select(list => list.Text))) { Buttons = [.. lists.SelectMany(list => list.Buttons).Take(6)] };
    }

    private static string NameOf(Turn turn, Guid unitId) => turn.Plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == unitId)?.Name ?? "";

    private async Task<Reply> OfUnitAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(turn, id, cancellationToken);
        var name = NameOf(turn, id);
        var number = Number.Match(turn.Said.Plain) is { Success: true } match ? Numbers.Parse(match.Groups["n"].Value) : files.Count == 1 ? 1 : null;
        if (number is not { } wanted || wanted < 1 || wanted > files.Count)
            return EvidenceTexts.List(name, files, turn.Language);
        var chosen = files[wanted - 1].File;
        return await store.ReadAsync(chosen.Sha256, cancellationToken) is { } content
            ? EvidenceTexts.Here(chosen.Name, turn.Language) with { File = new(chosen.Name, chosen.ContentType, content) }
            : EvidenceTexts.Gone(chosen.Name, turn.Language);
    }

    private async Task<List<(int Task, Evidence File)>> FilesAsync(Turn turn, Guid unitId, CancellationToken cancellationToken)
    {
        var found = new List<(int, Evidence)>();
        foreach (var view in turn.Plans.Where(view => view.Units.Any(unit => unit.Id == unitId)))
        {
            if (view.Find(view.KeyOf(turn.Said.Period)) is not { } period)
                continue;
            var rows = await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken);
            var files = (await evidence.OfAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToLookup(file => file.ObligationId);
            found.AddRange(rows.Where(row => turn.Said.Tasks.Count == 0 || turn.Said.Tasks.Contains(row.UnitTaskOrdinal)).SelectMany(row => files[row.ObligationId].Select(file => (row.UnitTaskOrdinal, file))));
        }
        return found;
    }

    private static Regex Asked => field ??= new("^(?!.*[:]).*(?:看|下载|打开|查|有哪些|有什么|发我|给我|列|我的|download|show|see|open|get|list|my).*(?:附件|佐证|证明材料|attachments?|evidence)|^(?:附件|attachment) ?[0-9]{0,2}$");

    private static Regex AtOnce => field ??= new("^(?:看|下载|打开|查|列|我的|我们的|有哪些|附件|download|show|see|open|list|my|attachment).{0,16}$");

    private static Regex Number => field ??= new("(?:附件|佐证材料?|attachment|evidence)(?:第|no\\.?)? ?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})|第(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个(?:附件|文件)");
}
