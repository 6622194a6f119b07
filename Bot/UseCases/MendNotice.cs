using System.Security.Cryptography;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Importing.Repair;

namespace PlanBot.UseCases;

/// <summary>What became of a notice that was to be stored.</summary>
public abstract record MendedNotice
{
    /// <param name="IsCorrection">The plan was there, and has been changed.</param>
    public sealed record Stored(Plan Plan, int Tasks, int Units, bool IsCorrection) : MendedNotice;

    /// <summary>A notice that says the same had been imported before.</summary>
    public sealed record Known(Plan Plan) : MendedNotice;

    /// <summary>Something still has to be decided, or the draft was changed or stored in another window.</summary>
    public sealed record NotYet : MendedNotice;
}

/// <summary>A notice that is looked through and mended before anything of it is stored: kept between two requests, on whatever node they come, and nobody else's.</summary>
public sealed class MendNotice(
    NoticeDraftRepository drafts, IPersonRepository people, ReadNotice read, CompareNotice compare, ImportNotice import, ApplyNotice apply, ProposeRule propose, TimeProvider clock)
{
    /// <summary>A draft that nobody has touched for so long is forgotten.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>The draft's id, or why the file is refused; neither when the person may not import.</returns>
    public async Task<(Guid? Id, NoticeRefusal? Refusal)> StartAsync(byte[] content, string fileName, Guid personId, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan))
            return (null, null);
        var (draft, refusal) = await AddAsync(Guid.CreateVersion7(clock.GetUtcNow()), content, fileName, personId, cancellationToken);
        return (draft?.Id, refusal);
    }

    /// <summary>As a conversation goes on with it: begun where it is not there yet, and with all repairs that were said.</summary>
    /// <param name="id">Of this file in this conversation, so that whatever is repeated begins one draft only.</param>
    /// <param name="said">Words of all repairs so far, oldest first.</param>
    public async Task<(NoticeInRepair? Notice, NoticeRefusal? Refusal)> GoOnAsync(Guid id, byte[] content, string fileName, Guid personId, IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        while (true)
        {
            var draft = await drafts.FindAsync(id, personId, cancellationToken);
            if (draft is null && await AddAsync(id, content, fileName, personId, cancellationToken) is var (added, refusal))
            {
                if (added is null)
                    return (null, refusal);
                draft = added;
            }
            var notice = NoticeInRepair.Read(draft!.Document);
            var mended = notice.WithSaid(said);
            // Changed on the page in the same moment: what was said is made on what stands there now.
            if (mended.Said == notice.Said || await SaveAsync(draft, draft.Version, mended, cancellationToken))
                return (mended, null);
        }
    }

    private async Task<(NoticeDraft? Draft, NoticeRefusal? Refusal)> AddAsync(Guid id, byte[] content, string fileName, Guid personId, CancellationToken cancellationToken)
    {
        var reading = await read.RunAsync(content, fileName, cancellationToken);
        if (reading.Notice is null)
            return (null, reading.Refusal);
        var now = clock.GetUtcNow();
        var draft = new NoticeDraft(id, personId, 1, fileName, Convert.ToHexStringLower(SHA256.HashData(content)), NoticeInRepair.Of(reading).Write(), now);
        await drafts.AddAsync(draft, now - Kept, cancellationToken);
        return (draft, null);
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<NoticeDraft>> OfPersonAsync(Guid personId, CancellationToken cancellationToken) => drafts.OfPersonAsync(personId, cancellationToken);

    /// <returns>Null when there is none, or it is another person's.</returns>
    public async Task<(NoticeDraft Draft, NoticeInRepair Notice)?> FindAsync(Guid id, Guid personId, CancellationToken cancellationToken) =>
        await drafts.FindAsync(id, personId, cancellationToken) is { } draft ? (draft, NoticeInRepair.Read(draft.Document)) : null;

    /// <param name="version">What the person was looking at.</param>
    /// <returns>False when the draft has been changed since, in another window; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(NoticeDraft draft, int version, NoticeInRepair notice, CancellationToken cancellationToken) =>
        draft.Version == version && await drafts.SaveAsync(draft with { Version = version + 1, Document = notice.Write(), SavedAt = clock.GetUtcNow() }, cancellationToken);

    /// <summary>How it stands to the plans there are.</summary>
    public Task<NoticeStanding> StandingAsync(NoticeDraft draft, NoticeInRepair notice, CancellationToken cancellationToken) => compare.RunAsync(ImportOf(draft, notice), cancellationToken);

    /// <returns>Null when the notice states a whole rule itself, or somebody has decided it.</returns>
    public Task<RuleProposal?> ProposalAsync(NoticeDraft draft, NoticeInRepair notice, NoticeStanding standing, CancellationToken cancellationToken) =>
        propose.RunAsync(ImportOf(draft, notice), standing, cancellationToken);

    /// <summary>Whether all that has to be decided is.</summary>
    public static bool IsReady(NoticeInRepair notice, NoticeStanding standing) =>
        notice.Notice.Plan.Title is not null && (!standing.IsNew || notice.IsRuleDecided) && (standing.Renames.Count == 0 || notice.AcceptRenames is not null) && !standing.SaysTheSame;

    /// <param name="version">What the person was looking at.</param>
    public async Task<MendedNotice> StoreAsync(Guid id, int version, Guid personId, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan)
            || await FindAsync(id, personId, cancellationToken) is not var (draft, notice) || draft.Version != version)
            return new MendedNotice.NotYet();
        var (order, standing) = (ImportOf(draft, notice), await StandingAsync(draft, notice, cancellationToken));
        if (standing is { SaysTheSame: true, Plan: { } known })
            return new MendedNotice.Known(known);
        if (!IsReady(notice, standing))
            return new MendedNotice.NotYet();
        var stored = await import.RunAsync(order, cancellationToken);
        if (stored.Differs)
        {
            if (await apply.RunAsync(order, stored.Plan.SourceHash, cancellationToken) is not { } applied)
                return new MendedNotice.NotYet();
            await drafts.RemoveAsync(id, cancellationToken);
            return new MendedNotice.Stored(applied.Plan, stored.Tasks, stored.Units, IsCorrection: true);
        }
        await drafts.RemoveAsync(id, cancellationToken);
        return stored.AlreadyThere ? new MendedNotice.Known(stored.Plan) : new MendedNotice.Stored(stored.Plan, stored.Tasks, stored.Units, IsCorrection: false);
    }

    public async Task DiscardAsync(Guid id, Guid personId, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, personId, cancellationToken) is not null)
            await drafts.RemoveAsync(id, cancellationToken);
    }

    private static NoticeImport ImportOf(NoticeDraft draft, NoticeInRepair notice) =>
        new(notice.Notice, draft.SourceName, draft.SourceHash, notice.ParentId, draft.PersonId, DeskAccess.Channel) { AcceptRenames = notice.AcceptRenames };
}
