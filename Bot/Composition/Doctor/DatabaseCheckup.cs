using System.Globalization;
using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Composition.Doctor;

/// <summary>Whether the database can be reached and has this program's schema. A file that is not there is not made.</summary>
internal sealed class DatabaseCheckup(IDatabase database, Migrator migrator) : ICheckup, IDatabaseCheckup
{
    private Finding? found;

    public string Name => "database";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => [await LookAsync(cancellationToken)];

    public async Task<bool> CanBeReadAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).State == FindingState.Ok;

    private async Task<Finding> LookAsync(CancellationToken cancellationToken) => found ??= await FindAsync(cancellationToken);

    private async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (database is SqliteDatabase && !File.Exists(database.Place))
            return new(Name, FindingState.Warning, "no-file", database.Place);
        try
        {
            var pending = await migrator.ExamineAsync(cancellationToken);
            if (pending.Count > 0)
                return new(Name, FindingState.Warning, "schema-older", database.Place, Number(pending[0].Version), Number(pending[^1].Version));
            return new(Name, FindingState.Ok, "database", database.Place, Number(Migration.All(database.Dialect)[^1].Version));
        }
        catch (DatabaseUnavailableException problem)
        {
            return new(Name, FindingState.Failed, "database-unavailable", ((int)problem.Reason).ToString(CultureInfo.InvariantCulture), problem.Place, problem.Detail ?? "");
        }
    }

    private static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);
}
