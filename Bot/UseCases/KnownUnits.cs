using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>The units that a notice names.</summary>
/// <param name="Units">By the name in the notice; units that are new among them.</param>
/// <param name="New">To be stored first.</param>
/// <param name="Placed">Known units of which only this notice tells where they are.</param>
/// <param name="Renames">Units that may be new or may go on under a new name: a person decides.</param>
public sealed record NamedUnits(
    IReadOnlyDictionary<string, Unit> Units, IReadOnlyList<Unit> New, IReadOnlyList<(Unit Unit, string Place)> Placed, IReadOnlyList<UnitRename> Renames)
{
    /// <summary>The same, had the renames been decided on: the unit goes on, and none is new in its place.</summary>
    public NamedUnits WithRenames(IReadOnlyCollection<UnitRename> renames, IReadOnlyList<Unit> known)
    {
        var byName = renames.ToDictionary(rename => rename.After, rename => known.First(unit => unit.Id == rename.UnitId));
        return this with { Units = Units.ToDictionary(pair => pair.Key, pair => byName.GetValueOrDefault(pair.Key, pair.Value)), New = [.. New.Where(unit => !byName.ContainsKey(unit.Name))] };
    }
}

/// <summary>Recognises units that were met before: by name and place, or by an alias that a person confirmed; never by likeness.</summary>
public sealed class KnownUnits(IUnitRepository units)
{
    /// <param name="own">Units of the plan that the notice changes or follows: they are meant first. Empty where there is none.</param>
    public async Task<NamedUnits> ResolveAsync(Notice notice, IReadOnlyList<Unit> own, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (named, fresh, placed) = (new Dictionary<string, Unit>(), new List<Unit>(), new List<(Unit, string)>());
        foreach (var mention in notice.Tasks.SelectMany(task => task.Units).DistinctBy(unit => unit.Name))
        {
            var place = UnitPlaces.Of(mention.Name, notice.Plan.Issuer, notice.Plan.Title);
            if (await FindAsync(mention.Name, place, own, cancellationToken) is { } known)
            {
                if (known.Place.Length < place.Length)
                    placed.Add((known, place));
                named[mention.Name] = known;
                continue;
            }
            named[mention.Name] = new Unit { Id = Guid.CreateVersion7(now), Name = mention.Name, Place = place, Kind = mention.Kind };
            fresh.Add(named[mention.Name]);
        }
        return new(named, fresh, placed, RenamesOf(fresh, own, named));
    }

    private async Task<Unit?> FindAsync(string name, string place, IReadOnlyList<Unit> own, CancellationToken cancellationToken)
    {
        if (own.FirstOrDefault(unit => unit.Name == name) is { } ofPlan)
            return ofPlan;
        if (own.Where(unit => unit.Names.Contains(name)).ToList() is [var byAlias])
            return byAlias;
        if (place.Length > 0 && (await units.NamedAsync(Unit.FullNameOf(name, place), cancellationToken)).FirstOrDefault(unit => unit.FullName == Unit.FullNameOf(name, place)) is { } whole)
            return whole;
        var named = new List<Unit>();
        foreach (var unit in await units.NamedAsync(name, cancellationToken))
            if (await MayBeAtAsync(unit, place, cancellationToken))
                named.Add(unit);
        return (named.Where(unit => unit.Name == name).ToList() is { Count: > 0 } byName ? byName : named) is [var one] ? one : null;
    }

    /// <summary>A unit whose place is not known is where the organs are that gave it tasks, as far as they tell.</summary>
    private async Task<bool> MayBeAtAsync(Unit unit, string place, CancellationToken cancellationToken) =>
        UnitPlaces.Agree(unit.Place, place)
        && (unit.Place.Length > 0 || place.Length == 0 || (await units.NamedByAsync(unit.Id, cancellationToken)).All(by => UnitPlaces.Agree(UnitPlaces.Of(unit.Name, by.Issuer, by.Title), place)));

    /// <summary>A reform gave organs of this kind the new name, and the old name is no longer in the notice. Where two could be meant, none is: organs are merged and split too.</summary>
    private static IReadOnlyList<UnitRename> RenamesOf(IReadOnlyList<Unit> fresh, IReadOnlyList<Unit> own, IReadOnlyDictionary<string, Unit> named)
    {
        var going = own.Where(unit => named.Values.All(still => still.Id != unit.Id)).ToList();
        var pairs = fresh.SelectMany(unit => going.Where(old => old.Kind == unit.Kind && UnitPlaces.Agree(old.Place, unit.Place) && OrganNames.ReformOf(old.Name, unit.Name) is not null)
            .Select(old => new UnitRename(old.Id, old.Name, unit.Name, OrganNames.ReformOf(old.Name, unit.Name)))).ToList();
        return [.. pairs.Where(pair => pairs.Count(other => other.UnitId == pair.UnitId || other.After == pair.After) == 1)];
    }
}
