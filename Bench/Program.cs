using PlanBot.Bench;

// dotnet run -c Release --project Bench -- turns | start-up
return args switch
{
    ["turns"] => await Turns.RunAsync(),
    ["start-up"] => await StartUpTime.RunAsync(),
    ["empty-app"] => await StartUpTime.ServeEmptyAppAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("turns: 谁逾期了 against an echo, through the browser channel. start-up: to the first answer, against an empty ASP.NET app.");
    return 2;
}
