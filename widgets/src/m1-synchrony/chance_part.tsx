/** Is a recording more alike than chance? The real value among its surrogates. */
import { useMemo } from "preact/hooks";
import { RATE, SURROGATES, type Susy } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { Picture } from "../shared/picture";
import type { SusyJob } from "./jobs";
import { surrogatesOf } from "./pictures";
import { faultOf, type Setting } from "./settings";
import { useWork } from "./use_work";
import { chance, effectSize, susyWords } from "./words";
import { Working } from "./working";

interface ChancePartProps {
  pair: number[][];
  setting: Setting;
  seed: number;
  /** Of the recording. */
  name: string;
}

const NOTHING: Picture = {
  x: { label: "how much alike, mean |Z|", range: [0, 0.4] },
  y: { label: "surrogates", range: [0, 100] },
};

export function ChancePart({ pair, setting, seed, name }: ChancePartProps) {
  const fault = faultOf(setting);
  const job = useMemo((): SusyJob | null => {
    const { way, segment, mostLag } = setting;
    if (fault) return null;
    return { kind: "susy", pair, segment: segment * RATE, mostLag: mostLag * RATE, way, surrogates: SURROGATES, seed };
  }, [pair, setting, seed, fault]);
  const work = useWork(job);
  const found = work.result ?? (!fault && work.at === "working" ? work.last : null);
  const picture = useMemo(() => (found ? surrogatesOf(found) : NOTHING), [found]);
  return (
    <ChartView
      picture={picture}
      takeaway={found ? susyWords(found) : fault || "Nothing was worked out."}
      name={`${name} among its surrogates`}
      table={found ? <SusyTable found={found} /> : <p>{fault}</p>}
    >
      {fault ? null : <Working work={work} what="the surrogates" />}
    </ChartView>
  );
}

function SusyTable({ found }: { found: Susy }) {
  const { bars } = surrogatesOf(found);
  const { x, y, width } = bars![0]!;
  const filled = x.flatMap((middle, i) => (y[i] ? [[`${(middle - width / 2).toFixed(2)} to ${(middle + width / 2).toFixed(2)}`, y[i]!]] : []));
  return (
    <>
      <FiguresTable
        caption="What was found"
        head={["Figure", "Value"]}
        rows={[
          ["As recorded, mean |Z|", found.real.toFixed(4)],
          ["Surrogates, mean |Z|", found.surrogate.toFixed(4)],
          ["Surrogates, standard deviation", found.spread.toFixed(4)],
          ["Effect size: their distance in standard deviations", effectSize(found.effect)],
          ["p: share of surrogates as much alike, itself counted", chance(found.p)],
        ]}
      />
      <FiguresTable caption="The surrogates" head={["Mean |Z|", "How many"]} rows={filled} />
    </>
  );
}
