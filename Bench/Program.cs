using PlanBot.Bench;
using PlanBot.Bench.Sizes;

// dotnet run -c Release --project Bench -- turns | start-up | sizes [sqlite | postgres] [units]
return args switch
{
    ["turns"] => await Turns.RunAsync(),
    ["start-up"] => await StartUpTime.RunAsync(),
    ["empty-app"] => await StartUpTime.ServeEmptyAppAsync(),
    ["sizes", .. var rest] => await LedgerSizes.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        turns: 谁逾期了 against an echo, through the browser channel.
        start-up: to the first answer, against an empty ASP.NET app.
        sizes [sqlite|postgres] [units, 75000]: a province's ledger over 20 quarters against one quarter and against bare statements; needs 6 GB of disk.
        """);
    return 2;
}
