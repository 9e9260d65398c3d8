<resource schema="spectra" resdir="spectra">
  <meta>
    creationDate: 2026-11-01T10:00:00Z
    title: Test spectra
    description: A few one-dimensional spectra with SSA.
    subject: spectroscopy
    creator: Test, A.
    contentLevel: Research
    type: Archive
    coverage.waveband: Optical
    ssap.dataSource: pointed
    ssap.creationType: archival
    productType: spectrum
    ssap.testQuery: MAXREC=1
  </meta>
  <table id="raw_data" onDisk="True" adql="hidden" namePath="//ssap#instance">
    <LOOP listItems="ssa_dateObs ssa_dstitle ssa_targname ssa_length ssa_specstart ssa_specend ssa_timeExt">
      <events><column original="\item"/></events></LOOP>
    <mixin>//products#table</mixin>
    <mixin>//ssap#plainlocation</mixin>
    <mixin>//ssap#simpleCoverage</mixin>
  </table>
  <data id="import">
    <recreateAfter>make_view</recreateAfter>
    <sources pattern="data/*.fits"/>
    <fitsProdGrammar qnd="True">
      <rowfilter procDef="//products#define">
        <bind key="table">"\schema.raw_data"</bind>
        <bind key="mime">"application/fits"</bind>
        <bind key="preview">None</bind>
      </rowfilter>
    </fitsProdGrammar>
    <make table="raw_data"><rowmaker idmaps="*">
      <apply procDef="//ssap#fill-plainlocation">
        <bind key="ra">@RA</bind><bind key="dec">@DEC</bind><bind key="aperture">1/3600.</bind>
      </apply>
      <map key="ssa_dateObs">@MJD</map>
      <map key="ssa_dstitle">"Spectrum of {}".format(@OBJECT)</map>
      <map key="ssa_targname">@OBJECT</map>
      <map key="ssa_specstart">@WMIN</map>
      <map key="ssa_specend">@WMAX</map>
      <map key="ssa_length">@NPTS</map>
      <map key="ssa_timeExt">@EXPTIME</map>
    </rowmaker></make>
  </data>
  <table id="data" onDisk="True" adql="True">
    <mixin sourcetable="raw_data" copiedcolumns="*"
      ssa_aperture="1/3600." ssa_fluxunit="'Jy'" ssa_spectralunit="'Angstrom'" ssa_bandpass="'Optical'"
      ssa_collection="'test spectra'" ssa_fluxcalib="'ABSOLUTE'" ssa_fluxucd="'phot.flux.density;em.wl'"
      ssa_speccalib="'ABSOLUTE'" ssa_spectralucd="'em.wl'" ssa_targclass="'AGN'">//ssap#view</mixin>
    <mixin calibLevel="2" coverage="ssa_region" sResolution="ssa_spaceres" oUCD="ssa_fluxucd" emUCD="ssa_spectralucd"
      >//obscore#publishSSAPMIXC</mixin>
  </table>
  <data id="make_view" auto="False"><make table="data"/></data>
  <service id="ssa" allowed="ssap.xml">
    <meta name="shortName">test ssa</meta>
    <meta name="ssap.complianceLevel">full</meta>
    <publish render="ssap.xml" sets="ivo_managed"/>
    <ssapCore queriedTable="data"><FEED source="//ssap#hcd_condDescs"/></ssapCore>
  </service>
</resource>
