using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Tests.Builders;

/// <summary>A plan like a city's: 16 units with a contact each, 2020Q1 due 2020-04-03. Units 1, 5, 9 and 13 owe two tasks, the others one; a coordinator and a leader.</summary>
internal static class SixteenUnits
{
    public const int Units = 16;

    public static Ledgers Create()
    {
        var small = Ledgers.Small();
        var units = Enumerable.Range(1, Units).Select(number => Ledgers.NewUnit(string.Create(CultureInfo.InvariantCulture, $"第{number}局"))).ToList();
        var owners = units.Concat(units.Where((_, index) => index % 4 == 0)).ToList();
        var tasks = owners.Select((_, index) => small.Tasks[0] with
        {
            Id = Guid.CreateVersion7(), Ordinal = index + 1, Title = string.Create(CultureInfo.InvariantCulture, $"第{index + 1}项任务"),
        }).ToList();
        var assignments = owners.Select((unit, index) => new Assignment
        {
            Id = Guid.CreateVersion7(), TaskId = tasks[index].Id, UnitId = unit.Id, Ordinal = 1, Role = AssignmentRole.Responsible, Raw = unit.Name,
        }).ToList();
        var contacts = units.Select(unit => Contact(unit, unit.Name + "联络员", ContactKind.Primary)).ToList();
        return small with
        {
            Units = units, Tasks = tasks, Assignments = assignments, People = [.. contacts, small.Coordinator, small.Leader],
            Identities =
            [
                .. contacts.Select((person, index) => Identity(string.Create(CultureInfo.InvariantCulture, $"unit-{index + 1}"), person)),
                Identity("coordinator", small.Coordinator), Identity("leader", small.Leader),
            ],
            Obligations = assignments.Select(assignment => small.Obligations[0] with
            {
                Id = Guid.CreateVersion7(), AssignmentId = assignment.Id, TaskId = assignment.TaskId, UnitId = assignment.UnitId,
            }).ToList(),
        };
    }

    public static Person Contact(Unit unit, string name, ContactKind kind)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Name = name, Contacts = [new(id, unit.Id, kind)] };
    }

    public static ChannelIdentity Identity(string userId, Person person, string channel = Ledgers.Browser) =>
        new() { Channel = channel, UserId = userId, PersonId = person.Id };

    /// <summary>A second plan for the same units and people, with the same tasks.</summary>
    public static Ledgers AnotherPlan(this Ledgers first)
    {
        var plan = Ledgers.NewPlan();
        var tasks = first.Tasks.Select(task => task with { Id = Guid.CreateVersion7(), PlanId = plan.Id }).ToList();
        var assignments = first.Assignments
            .Select(assignment => assignment with { Id = Guid.CreateVersion7(), TaskId = tasks[first.Tasks.ToList().FindIndex(task => task.Id == assignment.TaskId)].Id }).ToList();
        var period = first.Period with { Id = Guid.CreateVersion7(), PlanId = plan.Id };
        return first with
        {
            Plan = plan, Tasks = tasks, Assignments = assignments, Period = period,
            Obligations = first.Obligations.Zip(assignments, (owed, assignment) => owed with
            {
                Id = Guid.CreateVersion7(), PeriodId = period.Id, AssignmentId = assignment.Id, TaskId = assignment.TaskId,
            }).ToList(),
        };
    }

    /// <summary>Writes the plan and its period; units and people are there already.</summary>
    public static async Task<Ledgers> StoreAsPlanAsync(this Ledgers ledgers, IDatabase database)
    {
        await new PlanRepository(database).AddAsync(ledgers.Plan, ledgers.Tasks, ledgers.Assignments, CancellationToken.None);
        return await ledgers.OpenAsync(database);
    }
}
