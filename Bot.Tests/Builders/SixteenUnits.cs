using System.Globalization;
using PlanBot.Data.Model;

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
}
