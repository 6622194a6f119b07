using FsCheck;
using FsCheck.Fluent;

namespace PlanBot.Tests.Importing.Generated;

/// <param name="Written">As the list prints it: its level may be left to the unit before.</param>
public sealed record WrittenUnit(string Name, string Written);

/// <param name="Lead">One, or none where <paramref name="Others"/> are responsible together.</param>
public sealed record WrittenTask(string Text, WrittenUnit? Lead, IReadOnlyList<WrittenUnit> Others, string? Deadline);

/// <summary>Invented plans of a county, from a generator whose parts are those that notices vary.</summary>
public static class WrittenPlan
{
    private static readonly string[] Verbs = ["建成", "扩建", "改造", "新增", "推进", "整治", "完善", "启动", "举办", "优化"];
    private static readonly string[] Things = ["口袋公园3处", "老旧管网12公里", "村卫生室", "公共停车泊位600个", "农贸市场（一期）", "“一网通办”平台", "1.5亿元产业基金", "河长制", "24小时书房", "产教融合园区"];
    private static readonly string[] Tails = ["", "，受益群众2万人", "，其中新建2处、改建1处", "，让群众少跑腿", "，2020年底基础上再降5%", "，做到应保尽保"];
    private static readonly string[] More = ["", "", "每季度通报一次。", "坚持建管并重。", "完成投资1亿元。"];

    private static readonly string[] Organs =
    [
        "教育局", "财政局", "水务局", "住建局", "交通局", "农业农村局", "卫健局", "文旅局", "民政局", "公安局", "审计局", "统计局", "残联", "供销社",
        "人力资源和社会保障局", "委宣传部", "政务服务办", "融媒体中心", "发展和改革局", "退役军人事务局",
    ];

    private static readonly string[] Groups = ["各乡镇", "县政府各部门", "各有关单位"];
    private static readonly string[] Deadlines = ["2021年6月底", "2021年12月", "6月底前", "年底前", "2021年9月30日", "长期", "持续推进", "全年"];

    private static Gen<WrittenTask> Task(bool hasLead) =>
        from verb in Gen.Elements(Verbs)
        from thing in Gen.Elements(Things)
        from tail in Gen.Elements(Tails)
        from more in Gen.Elements(More)
        from organs in Gen.Shuffle(Organs)
        from count in Gen.Choose(hasLead ? 0 : 1, 4)
        from shares in Gen.ArrayOf(Gen.Elements(true, false), 5)
        from collective in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements(Groups).Select(named => (string?)named)))
        from deadline in Gen.Frequency((1, Gen.Constant<string?>(null)), (4, Gen.Elements(Deadlines).Select(words => (string?)words)))
        select new WrittenTask(
            $"{verb}{thing}{tail}。{more}", hasLead ? Full(organs[10]) : null,
            [.. organs.Take(count).Select((organ, index) => index > 0 && shares[index] && !organ.StartsWith('委') ? new WrittenUnit($"县{organ}", organ) : Full(organ)), .. Group(collective)], deadline);

    /// <summary>One to nine tasks. Either each has a lead, and units that support it, or none has.</summary>
    public static Arbitrary<IReadOnlyList<WrittenTask>> Plans(bool hasLead) => Arb.From(
        from count in Gen.Choose(1, 9)
        from tasks in Gen.ArrayOf(Task(hasLead), count)
        select (IReadOnlyList<WrittenTask>)tasks,
        tasks => tasks.Count == 1 ? [] : tasks.Select((_, skipped) => (IReadOnlyList<WrittenTask>)[.. tasks.Where((_, index) => index != skipped)]));

    private static WrittenUnit Full(string organ) => new($"县{organ}", $"县{organ}");

    private static IEnumerable<WrittenUnit> Group(string? group) => group is null ? [] : [new(group, group)];
}
