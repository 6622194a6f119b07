using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Puts requests into words, each by its kind.</summary>
public sealed class RequestView(IRequestRepository requests, RequestedReports reports, IPersonRepository people, IUnitRepository units)
{
    /// <param name="unitId">Only those of this unit; null for all.</param>
    /// <param name="kind">Only those of this kind; null for all.</param>
    public async Task<Reply> OpenAsync(Guid? unitId, Language language, CancellationToken cancellationToken, RequestKind? kind = null)
    {
        var open = (await requests.OpenAsync(cancellationToken)).Where(request => (unitId is null || request.UnitId == unitId) && (kind is null || request.Kind == kind)).ToList();
        if (open.Count == 0 && kind is { } sought && unitId is null)
            return RequestTexts.NoneOfKind(sought, (await requests.OpenAsync(cancellationToken)).Count, language);
        if (open.Count == 0 && unitId is { } id && (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == id) is { } of)
            return RequestTexts.NoneOf(of.Name, (await requests.OpenAsync(cancellationToken)).Count, language);
        var lines = new List<string>();
        foreach (var request in open.Take(10))
            lines.Add(await LineAsync(request, language, cancellationToken));
        return RequestTexts.Open([.. open.Select(request => request.Number)], lines, language) with {
            UnitId = open.Select(request => request.UnitId).Distinct().ToList() is [{ } one] ? one : null, Task = open is [var only] && await TasksOfAsync(only, cancellationToken) is [var task] ? task : null,
        };
    }

    private async Task<IReadOnlyList<int>> TasksOfAsync(Request request, CancellationToken cancellationToken) =>
        request.Kind is RequestKind.Extension or RequestKind.NotOurs && await reports.OfAsync(request, cancellationToken) is { } about ? [.. about.Rows.Select(row => row.UnitTaskOrdinal)] : [];

    /// <summary>A person's own requests and what became of them.</summary>
    public async Task<Reply> OwnAsync(Guid personId, Language language, CancellationToken cancellationToken)
    {
        var lines = new List<(string, RequestState)>();
        foreach (var request in await requests.OfPersonAsync(personId, cancellationToken))
            lines.Add((await LineAsync(request, language, cancellationToken), request.State));
        return RequestTexts.Own(lines, language);
    }

    /// <summary>Reports of whose tasks the person has said that they are another unit's, and that is not decided yet.</summary>
    public async Task<IReadOnlySet<Guid>> DisputedByAsync(Guid personId, CancellationToken cancellationToken)
    {
        var disputed = new HashSet<Guid>();
        foreach (var request in (await requests.OfPersonAsync(personId, cancellationToken)).Where(request => request is { Kind: RequestKind.NotOurs, State: RequestState.Open }))
        {
            if (await reports.OfAsync(request, cancellationToken) is { } about)
                disputed.UnionWith(about.Rows.Select(row => row.ObligationId));
        }
        return disputed;
    }

    /// <summary>A person's own requests for more time that wait for an answer.</summary>
    /// <returns>One line for each.</returns>
    public async Task<IReadOnlyList<string>> PendingExtensionsAsync(Guid personId, Language language, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var request in (await requests.OfPersonAsync(personId, cancellationToken)).Where(request => request is { Kind: RequestKind.Extension, State: RequestState.Open }))
            lines.Add(RequestTexts.Pending(await LineAsync(request, language, cancellationToken), language));
        return lines;
    }

    public async Task<string> LineAsync(Request request, Language language, CancellationToken cancellationToken)
    {
        var by = request.PersonId is { } id ? (await people.FindAsync(id, cancellationToken))?.Name ?? "" : "";
        if (request.Kind is RequestKind.Extension or RequestKind.NotOurs && await reports.OfAsync(request, cancellationToken) is { } about)
        {
            var wish = ReportsRequest.Read(request.Body);
            return RequestTexts.Line(request.Number, request.Kind, by, about.Rows[0].UnitName, about.Period.Period, [.. about.Rows.Select(row => row.UnitTaskOrdinal)], wish.Until, wish.Text, language);
        }
        var unit = request.UnitId is { } unitId ? (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == unitId)?.Name : null;
        if (request.Kind == RequestKind.Handover)
        {
            var wish = HandoverRequest.Read(request.Body);
            return RequestTexts.Line(request.Number, request.Kind, by, unit, null, [], wish.From, null, language, wish.Who());
        }
        if (request.Kind == RequestKind.Details)
            return RequestTexts.Line(request.Number, request.Kind, by, unit, null, [], null, DetailsRequest.Read(request.Body).Words(), language);
        var claim = ClaimRequest.Read(request.Body);
        var known = claim.PersonId is { } personId ? (await people.FindAsync(personId, cancellationToken))?.Name : null;
        return RequestTexts.Line(request.Number, request.Kind, known ?? claim.Name ?? "", unit, null, [], null, claim.Said, language)
            + RequestTexts.WhatClaimDoes(known is not null, canBeGranted: known is not null || (unit is not null && claim.Name is not null), language);
    }
}
