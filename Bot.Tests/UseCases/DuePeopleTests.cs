using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>Several tracks are walked side by side: three people of each are read at a time, two given out.</summary>
public sealed class DuePeopleTests
{
    private const int PageSize = 3;
    private const int Stretch = 2;

    private static readonly Guid[] People = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).Order().ToArray();

    [Fact]
    public async Task What_one_person_is_owed_by_several_plans_comes_together()
    {
        var stretches = await WalkAsync(Track(Ledgers.NewPlan(), People), Track(Ledgers.NewPlan(), [People[0], People[4], People[9]]), Track(Ledgers.NewPlan(), People[5..]));

        Assert.Equal(18, stretches.Sum(rows => rows.Count));
        Assert.All(stretches.SelectMany(rows => rows).GroupBy(row => row.PersonId), person => Assert.Single(stretches, rows => rows.Any(row => row.PersonId == person.Key)));
    }

    [Fact]
    public async Task Only_a_stretch_of_each_plan_is_given_out()
    {
        var stretches = await WalkAsync(Track(Ledgers.NewPlan(), People), Track(Ledgers.NewPlan(), People));

        Assert.Equal([4, 2, 4, 2, 4, 2, 2], stretches.Select(rows => rows.Count));
    }

    [Fact]
    public async Task A_track_is_read_behind_its_last_person_and_no_further_than_its_end()
    {
        var read = new List<PeoplePage>();

        await WalkAsync(Track(Ledgers.NewPlan(), People[..4], read));

        Assert.Equal([new PeoplePage(null, PageSize), new PeoplePage(People[2], PageSize)], read);
    }

    [Fact]
    public async Task A_key_that_comes_twice_counts_once_by_the_first_track()
    {
        var plan = Ledgers.NewPlan();

        var stretches = await WalkAsync(Track(plan, [People[0]]), Track(plan, People[..2]));

        Assert.Equal(People[..2], Assert.Single(stretches).Select(row => row.PersonId));
    }

    [Fact]
    public async Task Nobody_to_tell_is_the_end_at_once() => Assert.Empty(await WalkAsync(Track(Ledgers.NewPlan(), [])));

    private static async Task<List<IReadOnlyList<Reminder>>> WalkAsync(params DueTrack[] tracks)
    {
        var people = new DuePeople(tracks, PageSize, Stretch);
        var stretches = new List<IReadOnlyList<Reminder>>();
        while (await people.NextAsync(CancellationToken.None) is { } rows)
            stretches.Add(rows);
        return stretches;
    }

    private static DueTrack Track(Plan plan, Guid[] people, List<PeoplePage>? read = null)
    {
        var (hours, _) = PlanHours.Of(plan, Calendars.StateCouncil, Ladders.Default);
        var look = new Look(new PlanSchedule(plan, Calendars.StateCouncil, Ladders.Default), hours, Calendars.StateCouncil, Ledgers.At("2020-03-31 09:00"));
        var period = Ledgers.Small().Period with { PlanId = plan.Id };
        var round = new OpenRound { Round = 0, DueOn = period.DueOn, DueAt = period.DueAt };
        return new(period, round, [look.Passed(period, round).First()], look, (page, _) =>
        {
            read?.Add(page);
            return Task.FromResult<IReadOnlyList<StepRecipient>>(
                people.Where(person => page.After is null || person.CompareTo(page.After.Value) > 0).Take(page.Take).Select(person => new StepRecipient { PersonId = person }).ToList());
        });
    }
}
