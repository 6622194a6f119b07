using System.CommandLine;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>units</c>: the units there are, with their places, other names, and names they may have besides; <c>units alias &lt;unit&gt; &lt;name&gt;</c> confirms one.</summary>
public static class UnitsCommand
{
    public static Command Create(ICommandServices services)
    {
        var command = new Command("units", "单位、别名和可能的别名 Units, their other names, and names proposed for them") { Alias(services) };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var lines = await services.RunOnExistingAsync(ListAsync, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(lines);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Alias(ICommandServices services)
    {
        var unit = new Argument<string>("unit") { Description = "单位名称；重名时写全称，如云河县财政局 The unit; its full name where two have the same" };
        var name = new Argument<string>("name") { Description = "别名 The other name" };
        var command = new Command("alias", "确认一个别名 Confirms another name of a unit") { unit, name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (line, isRefused) = await services.RunAsync(
                (provider, token) => ConfirmAsync(provider, parsed.GetRequiredValue(unit).Trim(), parsed.GetRequiredValue(name).Trim(), token), cancellationToken);
            await (isRefused ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output).WriteLineAsync(line);
            return isRefused ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var proposed = (await services.GetRequiredService<NameUnits>().ProposeAsync(cancellationToken)).ToLookup(alias => alias.Unit.Id);
        var all = await services.GetRequiredService<IUnitRepository>().AllAsync(cancellationToken);
        return string.Join('\n', all.Select(unit => UnitListTexts.Line(unit, [.. proposed[unit.Id].Select(alias => (alias.Name, alias.Reform))])).Append(UnitListTexts.HowToConfirm));
    }

    private static async Task<(string Line, bool IsRefused)> ConfirmAsync(IServiceProvider services, string name, string alias, CancellationToken cancellationToken)
    {
        var named = (await services.GetRequiredService<IUnitRepository>().NamedAsync(name, cancellationToken)).ToList();
        if (named.Where(unit => unit.FullName == name).ToList() is [var whole])
            named = [whole];
        if (named is not [var unit])
            return (UnitListTexts.WhichUnit(name, [.. named.Select(one => one.FullName)]), true);
        return alias.Length > 0 && await services.GetRequiredService<NameUnits>().ConfirmAsync(unit, alias, null, "command", cancellationToken)
            ? (UnitListTexts.Confirmed(unit.Name, alias), false)
            : (UnitListTexts.Taken(alias), true);
    }
}
