// Takes an operation and how far back it is looked at, gives the same pushed down: one method a kind, so that none is forgotten.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class PushDown
{
    private OfPeriod InPeriod(Lag lag)
    {
        if (!_periods.TryGetValue(lag, out var known))
            _periods.Add(lag, known = new OfPeriod(this, lag));
        return known;
    }

    private sealed class OfPeriod(PushDown all, Lag lag) : IOperationVisitor<Operation>, IReachingVisitor<Operation>
    {
        public Operation Constant(ConstantOperation constant) => Mapped(constant);

        public Operation Parameter(ParameterOperation parameter) => Mapped(parameter);

        public Operation Input(InputOperation input) => all.At(lag, input);

        public Operation Calendar(CalendarOperation calendar) => calendar.At(lag);

        public Operation Field(FieldOperation field) => Mapped(field);

        public Operation Cell(CellOperation cell) => all.Reference(cell, CellView.At(cell.Cell, lag));

        public Operation NoValue(NoValueOperation none) => Mapped(none);

        public Operation Negation(NegationOperation negation) => Mapped(negation);

        public Operation Arithmetic(ArithmeticOperation arithmetic) => Mapped(arithmetic);

        public Operation Comparison(ComparisonOperation comparison) => Mapped(comparison);

        public Operation Not(NotOperation not) => Mapped(not);

        public Operation Logic(LogicOperation logic) => Mapped(logic);

        public Operation Choice(ChoiceOperation choice) => Mapped(choice);

        public Operation Default(DefaultOperation wanted) => Mapped(wanted);

        public Operation Available(AvailableOperation available) => Mapped(available);

        public Operation Guard(GuardOperation guard) => Mapped(guard);

        public Operation Call(CallOperation call) => call.At(lag).Map(part => all.At(lag, part));

        public Operation Round(RoundOperation round) => Mapped(round);

        public Operation Fold(FoldOperation fold) => OfRecords(fold);

        public Operation Lookup(LookupOperation lookup) => Mapped(lookup.At(lag));

        public Operation Across(AcrossOperation across) => Mapped(across);

        public Operation Label(LabelOperation label) => Mapped(label);

        public Operation Composite(CompositeOperation composite) => 
            composite is ILooksAtRecords records ? OfRecords(records)
            : composite is ILooksAtCalendar calendar ? Mapped(calendar.At(lag))
            : Mapped(composite);

        public Operation Reaching(ReachingOperation reaching) => reaching.Accept((IReachingVisitor<Operation>)this);

        public Operation Previous(PreviousOperation previous) => all.Earlier(lag.Then(previous.Step), previous.Inner);

        public Operation Trailing(TrailingOperation trailing) => all.Trailing(trailing, lag);

        public Operation Window(WindowOperation window) => all._combined.Push(window, lag);

        public Operation Population(PopulationOperation population) => all._combined.Push(population, lag);

        public Operation Share(ShareOperation share) => new ArithmeticOperation(
            share.Origin,
            all.At(lag, share.Inner),
            ArithmeticSign.Divide,
            all._combined.Push(new PopulationOperation(share.Origin, share.Function, share.Members, share.Inner, share.Condition), lag),
            Unit.Percent);

        public Operation Among(AmongOperation among) => all.Group(
            among.Origin, all.At(lag, all.AsCell(among.Inner)), among.Among, all.PopulationOf(among.Members, among.Condition), lag,
            among.Function, among.Fraction);

        public Operation Headcount(HeadcountOperation headcount) => all.Group(
            headcount.Origin,
            Presence(headcount.Origin, lag),
            GroupFunction.Count,
            all.PopulationOf(headcount.Members, headcount.Condition),
            lag);

        public Operation Target(TargetOperation target) => all._targets.In(target, lag);

        public Operation OfSection(SectionReachOperation reaching) => reaching.PushDown(all, lag);

        private Operation Mapped(Operation operation) => operation.Map(part => all.At(lag, part));

        private Operation OfRecords(ILooksAtRecords records) =>
            records.Over(records.Records with { Lag = lag }).Map(part => all.InRecord(lag, part));
    }
}
