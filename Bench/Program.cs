using PlanBot.Bench;

// dotnet run -c Release --project Bench -- turns | start-up | understanding
return args switch
{
    ["turns"] => await Turns.RunAsync(),
    ["understanding"] => await Understanding.RunAsync(),
    ["start-up"] => await StartUpTime.RunAsync(),
    ["empty-app"] => await StartUpTime.ServeEmptyAppAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("turns: 谁逾期了 against an echo, through the browser channel. start-up: to the first answer, against an empty ASP.NET app. understanding: of a message, against the whole turn.");
    return 2;
}
